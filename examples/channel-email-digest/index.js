// @ts-check
import { createTransport } from 'nodemailer';
import { Type } from 'typebox';

/** @import { Action, Delivery, Destination, Host, Payload, Publication, Receipt } from '../../src/distribution/channel.js' */

/** What an operator says about one mailing list. The form of the admin page is drawn from this. */
const settings = Type.Object({
  host: Type.String({ minLength: 1, maxLength: 200, title: '邮件服务器' }),
  port: Type.Integer({ minimum: 1, maximum: 65535, title: '端口' }),
  tls: Type.Optional(Type.Boolean({ default: true, title: '连接时即加密', description: '465 端口为是；587 端口为否（连接后再加密）' })),
  user: Type.Optional(Type.String({ maxLength: 200, title: '用户名' })),
  password: Type.Optional(Type.String({ maxLength: 200, writeOnly: true, title: '密码' })),
  from: Type.String({ pattern: '^[^\\s@<>]+@[^\\s@<>]+$', title: '发件人' }),
  to: Type.Array(Type.String({ pattern: '^[^\\s@<>]+@[^\\s@<>]+$' }), { minItems: 1, maxItems: 50, title: '收件人' }),
  digest: Type.Optional(Type.Integer({ minimum: 0, maximum: 20, default: 5, title: '附近期稿件数', description: '在稿件之后列出最近几条的标题和链接' })),
}, {
  additionalProperties: false,
  examples: [
    { host: 'mail.example.gov.cn', port: 465, user: 'news', password: 'a-password-for-mail', from: 'news@example.gov.cn', to: ['editors@paper.example.cn'], digest: 5 },
    { host: 'mail.example.gov.cn', port: 587, tls: false, from: 'news@example.gov.cn', to: ['a@example.cn', 'b@example.cn'], digest: 0 },
  ],
});

const marks = { publish: '', correct: '【更正】', retract: '【撤稿】' };
const escape = (/** @type {string} */ text) => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
const oneLine = (/** @type {string} */ text) => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/**
 * The frozen bytes: the mail without what is known only when it goes out (recipients, the digest). Pure.
 * @param {Publication} publication
 * @param {Action} action
 * @returns {Payload}
 */
function render({ title, summary, html, url, note }, action) {
  const subject = oneLine(`${marks[action]}${title}`);
  const reason = note ? `<p><strong>${escape(note)}</strong></p>` : '';
  const body = action === 'retract' ? '<p>本稿已撤回，请勿使用。</p>' : `<p>${escape(summary)}</p>${html}<p><a href="${escape(url)}">${escape(url)}</a></p>`;
  return { contentType: 'application/json', body: JSON.stringify({ subject, html: `<h1>${escape(oneLine(title))}</h1>${reason}${body}` }) };
}

/**
 * One mail. Its Message-ID is the delivery's, so a mail that goes out twice can be recognised.
 * @param {Delivery<any>} delivery
 * @param {Host} host
 * @returns {Promise<Receipt>}
 */
async function deliver({ id, payload, destination, standing }, host) {
  const { subject, html } = JSON.parse(payload.body);
  const messageId = `<${id}@yici>`;
  const mail = { messageId, subject, html: html + await digestOf(destination, host), ...(standing?.remoteId ? { references: [standing.remoteId], inReplyTo: standing.remoteId } : {}) };
  const { from, to } = destination.settings;
  /** @type {Awaited<ReturnType<typeof open>> | undefined} */
  let line;
  try {
    line = await open(destination, host);
    const { rejected } = await line.transport.sendMail({ from, to, ...mail });
    return { outcome: 'delivered', remoteId: messageId, ...(rejected.length > 0 ? { message: `以下收件人被拒：${rejected.join('、')}` } : {}) };
  } catch (error) {
    return toReceipt(error, line?.hasHandedOver() ?? false);
  } finally {
    line?.close();
  }
}

/**
 * @param {Destination<any>} destination
 * @param {Host} host
 */
async function digestOf({ settings: { digest = 5 } }, host) {
  const rows = digest > 0 ? (await host.delivered(digest)).filter(({ action }) => action !== 'retract') : [];
  const items = rows.map(({ publication: { url, title } }) => `<li><a href="${escape(url)}">${escape(oneLine(title))}</a></li>`);
  return items.length > 0 ? `<hr><p>近期稿件：</p><ul>${items.join('')}</ul>` : '';
}

/**
 * A conversation with the mail server. The host connects, under its rules about private addresses; nodemailer only speaks.
 * `hasHandedOver` tells whether the text of a mail was offered: after that, silence does not mean that nothing happened.
 * @param {Destination<any>} destination
 * @param {Host} host
 */
async function open({ settings: { host: name, port, tls = true, user, password } }, host) {
  const socket = await /** @type {NonNullable<Host['connect']>} */ (host.connect)(name, port, { tls });
  let hasHandedOver = false;
  const hear = (/** @type {unknown} */ _entry, /** @type {unknown} */ line) => { hasHandedOver ||= line === 'DATA'; };
  const transport = createTransport(/** @type {any} */ ({
    host: name, port, secure: tls, socketTimeout: 30_000, transactionLog: true,
    logger: { level() {}, trace() {}, debug: hear, info() {}, warn() {}, error() {}, fatal() {} },
    ...(user ? { auth: { user, pass: password ?? '' } } : {}),
    getSocket: (/** @type {unknown} */ _options, /** @type {(error: Error | null, socket: object) => void} */ done) => done(null, { connection: socket, secured: tls }),
  }));
  return { transport, hasHandedOver: () => hasHandedOver, close: () => { transport.close(); socket.destroy(); } };
}

/**
 * What a failure means. Until the text of the mail was handed over nothing has happened; after that, without an answer, it may have.
 * @param {any} error
 * @param {boolean} hasHandedOver
 * @returns {Receipt}
 */
function toReceipt({ code = 'UNKNOWN', responseCode, response = '' }, hasHandedOver) {
  const words = String(response).slice(0, 300);
  if (code === 'BLOCKED_ADDRESS') return { outcome: 'refused', code, message: '邮件服务器不是公网地址；如是自己的服务器，请管理员把它加入允许的内网地址' };
  if (code === 'EAUTH') return { outcome: 'refused', code, message: '邮件服务器不接受用户名或密码，请核对' };
  if (responseCode >= 500) return { outcome: 'refused', code: `SMTP_${responseCode}`, message: `邮件服务器拒收：${words}` };
  if (hasHandedOver && !responseCode) return { outcome: 'unknown', message: `邮件已交出但没有得到答复（${code}），请核实是否收到` };
  return { outcome: 'failed', message: `邮件没有发出（${responseCode ?? code}），稍后重试${words ? `：${words}` : ''}` };
}

/**
 * The "test connection" button: signs in and sends nothing.
 * @param {Destination<any>} at
 * @param {Host} host
 */
async function check(at, host) {
  /** @type {Awaited<ReturnType<typeof open>> | undefined} */
  let line;
  try {
    line = await open(at, host);
    await line.transport.verify();
    return [];
  } catch (error) {
    return [toReceipt(error, false).message ?? '连接不成功'];
  } finally {
    line?.close();
  }
}

export default {
  id: 'email-digest',
  name: { zh: '邮件简讯', en: 'E-mail digest' },
  actions: ['publish', 'correct', 'retract'],
  settings, render, deliver, check,
};
