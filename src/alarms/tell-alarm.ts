import { createHash, createHmac } from 'node:crypto';
import { createTransport } from 'nodemailer';
import { createGuardedFetch, type Context } from '../kernel/index.js';
import type { Alarm } from './alarm.js';
import { alarmSettings } from './alarm-settings.js';

/** Sends the alarm by e-mail, where that is set. Throws, to be tried again, when the mail server does not take it. */
export async function mailAlarm(ctx: Context, { kind, subject, zh, en }: Alarm): Promise<void> {
  const { mail } = alarmSettings();
  if (!mail) return;
  const transport = createTransport({ url: mail.smtpUrl, connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 20_000 });
  try {
    const text = `${zh}\n\n${en}\n\n${kind} ${subject}\n${ctx.config.publicUrl}/health\n`;
    await transport.sendMail({ from: mail.from, to: [...mail.to], subject: `[Yici] ${zh.slice(0, 70).replace(/\s+/g, ' ')}`, text, messageId: `<${idOf(ctx)}@yici>` });
  } finally {
    transport.close();
  }
}

/** Posts the alarm as a Standard Webhook, where that is set. Throws, to be tried again, on any answer but 2xx. */
export async function postAlarm(ctx: Context, alarm: Alarm): Promise<void> {
  const { webhook } = alarmSettings();
  if (!webhook) return;
  const timestamp = Math.floor(ctx.now().getTime() / 1000);
  const id = idOf(ctx);
  const body = JSON.stringify({ type: 'alarm.raised', timestamp: ctx.now().toISOString(), data: alarm });
  const signed: Record<string, string> = webhook.secret ? { 'webhook-signature': `v1,${createHmac('sha256', Buffer.from(webhook.secret.slice('whsec_'.length), 'base64')).update(`${id}.${timestamp}.${body}`).digest('base64')}` } : {};
  // The address comes from whoever runs the server, so it may well be inside.
  const { host, protocol } = new URL(webhook.url);
  const ask = createGuardedFetch({ allowedPrivateHosts: [host.includes(':') ? host : `${host}:${protocol === 'https:' ? 443 : 80}`], timeoutMs: 15_000 });
  const answer = await ask(webhook.url, { method: 'POST', body, headers: { 'content-type': 'application/json', 'webhook-id': id, 'webhook-timestamp': String(timestamp), ...signed } });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`the alarm webhook answered HTTP ${answer.status}`);
}

/** The same on every try: the job's own id is. */
const idOf = ({ requestId }: Context): string => `alarm-${createHash('sha256').update(requestId).digest('hex').slice(0, 24)}`;
