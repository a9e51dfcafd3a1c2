import { Type } from 'typebox';
import { defineChannel, type Channel, type Receipt } from '../../src/distribution/channel.js';

/** A channel over real HTTP for crash tests: its receiver drops repeats by id. */
export const httpChannel: Channel = defineChannel({
  id: 'over-http', name: { zh: '网络', en: 'HTTP' }, actions: ['publish', 'correct', 'retract'], isRepeatable: true,
  settings: Type.Object({ url: Type.String() }),
  render: ({ contentId, version }, action) => ({ contentType: 'application/json', body: JSON.stringify({ contentId, version, action }) }),
  async deliver({ id, payload, destination: { settings } }, host): Promise<Receipt> {
    try {
      const { status } = await host.fetch(settings.url, { method: 'POST', body: payload.body, headers: { 'content-type': payload.contentType, 'webhook-id': id } });
      return status < 300 ? { outcome: 'delivered' } : { outcome: 'failed', message: `HTTP ${status}` };
    } catch (error) {
      return { outcome: 'failed', message: String(error) };
    }
  },
});
