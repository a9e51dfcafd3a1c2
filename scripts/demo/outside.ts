import { mkdir } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { startPartnerReceiver } from '../../tests/kit/partner-receiver/index.js';
import { startWechatSimulator } from '../../tests/kit/wechat-simulator/index.js';

/** The outlets of the demo, played on this machine: a WeChat platform and a partner medium. */
export interface Outside {
  readonly wechat: { readonly url: string; readonly appId: string; readonly appSecret: string };
  readonly partner: { readonly url: string; readonly deskUrl: string; readonly secret: string };
  /** What the server must be told to reach them: they have private addresses. */
  readonly environment: NodeJS.ProcessEnv;
  stop(): Promise<void>;
}

/** Where the two are, or will be once the server runs: on the two ports above the server's. */
export function demoOutside(env: NodeJS.ProcessEnv): Pick<Outside, 'wechat' | 'partner'> {
  const port = Number(env.PORT ?? 4000);
  return {
    wechat: { url: `http://127.0.0.1:${port + 1}`, appId: 'wx0000000000demo01', appSecret: demoSecret('wechat', 'hex').slice(0, 32) },
    partner: { url: `http://127.0.0.1:${port + 2}/webhooks`, deskUrl: `http://127.0.0.1:${port + 2}/`, secret: `whsec_${demoSecret('partner', 'base64')}` },
  };
}

/** Starts both, with their memory in the data folder: they survive a crash as the real ones would. */
export async function startOutside(env: NodeJS.ProcessEnv): Promise<Outside> {
  const folder = join(env.DATA_DIR ?? './data', 'demo');
  await mkdir(folder, { recursive: true });
  const { wechat, partner } = demoOutside(env);
  const ports = [wechat, partner].map(({ url }) => Number(new URL(url).port));
  const simulator = await startWechatSimulator({
    port: ports[0], stateFile: join(folder, 'wechat.json'), articleLinks: 'simulator',
    accounts: [{ appid: wechat.appId, secret: wechat.appSecret, name: '最多跑一次（演示）', kind: 'service', verified: true, followers: [{ openid: 'oDemoFollower0001', name: '市民小王' }] }],
  });
  const receiver = await startPartnerReceiver({ port: ports[1], secrets: [partner.secret], name: '都市晨报（演示）', stateFile: join(folder, 'partner.json') });
  return {
    wechat, partner,
    environment: { ALLOWED_PRIVATE_HOSTS: [env.ALLOWED_PRIVATE_HOSTS, ...ports.map((port) => `127.0.0.1:${port}`)].filter(Boolean).join(',') },
    async stop() {
      await Promise.all([simulator.stop(), receiver.stop()]);
    },
  };
}

// The same at every start, so that what was configured once goes on working; of no worth outside of this machine.
const demoSecret = (name: string, encoding: 'hex' | 'base64'): string => createHash('sha256').update(`yici demo ${name}`).digest(encoding);
