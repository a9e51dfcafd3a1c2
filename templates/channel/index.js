import { Type } from 'typebox';

/** What an operator says about one outlet. It draws the form; `writeOnly` is a secret; every secret stands in an example. */
const settings = Type.Object({
  url: Type.String({ pattern: '^https?://\\S+$', title: '接收地址' }),
  token: Type.Optional(Type.String({ minLength: 8, maxLength: 200, writeOnly: true, title: '令牌' })),
}, { additionalProperties: false, examples: [{ url: 'https://outlet.example.cn/in', token: 'a-token-for-the-outlet' }] });

/** The exact bytes that go out, frozen when the delivery is planned. Pure: no clock, no network, equal bytes for equal input. */
function render({ contentId, version, title, summary, html, url }, action) {
  const item = action === 'retract' ? { contentId, version, action } : { contentId, version, action, title, summary, html, url };
  return { contentType: 'application/json', body: JSON.stringify(item) };
}

/** One attempt. Always a receipt, never a throw; only `host` reaches outside. `id` is the same on every attempt. */
async function deliver({ id, payload, destination: { settings: { url, token } } }, host) {
  try {
    const response = await host.fetch(url, {
      method: 'POST', body: payload.body, signal: host.signal,
      headers: { 'content-type': payload.contentType, 'idempotency-key': id, ...(token ? { authorization: `Bearer ${token}` } : {}) },
    });
    if (response.ok) return { outcome: 'delivered' };
    if (response.status === 429 || response.status >= 500) return { outcome: 'failed', message: `对方暂时不能接收（HTTP ${response.status}），稍后重试` };
    return { outcome: 'refused', message: `对方拒收（HTTP ${response.status}）`, code: `HTTP_${response.status}` };
  } catch (error) {
    return { outcome: 'failed', message: `连接不成功，稍后重试（${error.message}）` };
  }
}

export default {
  id: 'my-outlet',
  name: { zh: '我的渠道', en: 'My outlet' },
  actions: ['publish', 'correct', 'retract'],
  // True where the receiver drops an idempotency-key it has seen: then a crash in mid attempt is simply tried again.
  isRepeatable: true,
  settings, render, deliver,
};
