/** A WeChat official-account platform for tests and demonstrations. */
export { startWechatSimulator, WechatSimulator } from './simulator.js';
export type { CallFilter } from './simulator.js';
export type { AccountHandle } from './account-handle.js';
export type { Gate } from './fault-queue.js';
export type * from './options.js';
export type * from './state.js';
export type { PushRecord, PushTry, Tamper } from './pusher.js';
