export { startPartnerReceiver, type PartnerReceiver, type PartnerReceiverOptions } from './start-partner-receiver.js';
export { faults, tooMany, type Fault, type Script, type ScriptedRequest } from './faults.js';
export { verifyWebhook, toleranceSeconds, type SignedMessage, type Verification } from './verify-webhook.js';
export type { LogEntry, NewsItem, ReceivedItem } from './inbox.js';
