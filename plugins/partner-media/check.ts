import { randomUUID } from 'node:crypto';
import type { Destination, Host } from '../../src/distribution/channel.js';
import { post } from './post.js';
import type { PartnerMediaSettings } from './settings.js';
import { keyOf, secretBytes } from './sign.js';

/** Findings of a signed `test.ping`, which a receiver acknowledges and forgets; none when it answered 2xx. */
export async function check(at: Destination<PartnerMediaSettings>, host: Host): Promise<string[]> {
  const findings = keyFindings(at.settings);
  if (findings.length > 0) return findings;
  const body = JSON.stringify({ type: 'test.ping', timestamp: host.now().toISOString(), data: { destination: at.name } });
  const receipt = await post({ id: `test-${randomUUID()}`, body }, at, host);
  return receipt.outcome === 'delivered' ? [] : [receipt.message ?? '对方没有确认收到测试消息'];
}

function keyFindings({ secret, previousSecret }: PartnerMediaSettings): string[] {
  const keys = { 签名密钥: secret, 上一个签名密钥: previousSecret };
  return Object.entries(keys).flatMap(([name, key]) => {
    const length = key === undefined ? secretBytes.min : keyOf(key).length;
    return length < secretBytes.min || length > secretBytes.max ? [`${name}应为 24 到 64 字节，现为 ${length} 字节；请重新生成`] : [];
  });
}
