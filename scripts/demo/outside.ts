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

/** Starts both on the two ports above the server's, with their memory in the data folder: they survive a crash as the real ones would. */
export async function startOutside(env: NodeJS.ProcessEnv): Promise<Outside> {
  const folder = join(env.DATA_DIR ?? './data', 'demo');
  await mkdir(folder, { recursive: true });
  const port = Number(env.PORT ?? 4000);
  const appId = 'wx0000000000demo01';
  const [appSecret, secret] = [demoSecret('wechat', 'hex').slice(0, 32), `whsec_${demoSecret('partner', 'base64')}`];
  const simulator = await startWechatSimulator({
    port: port + 1, stateFile: join(folder, 'wechat.json'), articleLinks: 'simulator',
    accounts: [{ appid: appId, secret: appSecret, name: '最多跑一次（演示）', kind: 'service', verified: true, followers: [{ openid: 'oDemoFollower0001', name: '市民小王' }] }],
  });
  const receiver = await startPartnerReceiver({ port: port + 2, secrets: [secret], name: '都市晨报（演示）', stateFile: join(folder, 'partner.json') });
  return {
    wechat: { url: simulator.url, appId, appSecret },
    partner: { url: receiver.url, deskUrl: receiver.deskUrl, secret },
    environment: { ALLOWED_PRIVATE_HOSTS: [env.ALLOWED_PRIVATE_HOSTS, `127.0.0.1:${port + 1}`, `127.0.0.1:${port + 2}`].filter(Boolean).join(',') },
    async stop() {
      await Promise.all([simulator.stop(), receiver.stop()]);
    },
  };
}

// The same at every start, so that what was configured once goes on working; of no worth outside of this machine.
const demoSecret = (name: string, encoding: 'hex' | 'base64'): string => createHash('sha256').update(`yici demo ${name}`).digest(encoding);
