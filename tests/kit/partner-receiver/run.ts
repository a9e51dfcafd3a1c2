import { startPartnerReceiver } from './start-partner-receiver.js';

/** Runs the receiver by itself: `PARTNER_SECRETS` (one or two, separated by a space), `PORT` (4400), `STATE_FILE` (optional). */
const secrets = (process.env.PARTNER_SECRETS ?? '').split(/\s+/).filter(Boolean);
if (secrets.length === 0) {
  console.error('Set PARTNER_SECRETS to the whsec_… secret of the destination (two, separated by a space, during a rotation).');
  process.exit(1);
}
const { STATE_FILE: stateFile, PORT: port = '4400' } = process.env;
const receiver = await startPartnerReceiver({ secrets, port: Number(port), ...(stateFile && { stateFile }) });
console.log(`Webhooks: ${receiver.url}\nDesk:     ${receiver.deskUrl}`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void receiver.stop());
