import type { Ask, Endpoint, JsonObject } from './endpoint.js';
import { ok, textOf } from './endpoint.js';
import { reject } from './rejection.js';
import { clearQuota } from './token-endpoints.js';
import { dailyLimitOf, usageOf } from './usage.js';

const weekMs = 7 * 86_400_000;

/** `findEndpoint` is handed in because the table of endpoints contains these ones. */
export function platformEndpoints(findEndpoint: (path: string) => Endpoint | undefined): readonly Endpoint[] {
  const clear = (ask: Ask): JsonObject => (textOf(ask.body, 'appid') === ask.account.appid ? clearQuota(ask.world, ask.account) : reject(40013));

  const pathOf = (ask: Ask): Endpoint => {
    const path = textOf(ask.body, 'cgi_path');
    ask.subject = path;
    if (!/^\/(cgi-bin|datacube)\//.test(path)) reject(76021);
    const endpoint = findEndpoint(path) ?? reject(76021);
    return endpoint.mayCall && !endpoint.mayCall(ask.account) ? reject(76022) : endpoint;
  };

  const quota = (ask: Ask): JsonObject => {
    const endpoint = pathOf(ask);
    const limit = dailyLimitOf(ask.account, endpoint.path, endpoint);
    const { count } = usageOf(ask.account, endpoint.path, ask.now);
    const rate = { call_count: 0, refresh_second: 0 };
    return { ...ok, quota: { daily_limit: limit, used: count, remain: Math.max(0, limit - count) }, rate_limit: rate, component_rate_limit: rate };
  };

  const clearOne = (ask: Ask): JsonObject => {
    Reflect.deleteProperty(ask.account.state.usage, pathOf(ask).path);
    return ok;
  };

  const request = (ask: Ask): JsonObject => {
    const rid = textOf(ask.body, 'rid');
    if (!/^[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}$/.test(rid)) reject(76003);
    const record = ask.world.state.requests.find((one) => one.rid === rid && one.appid === ask.account.appid) ?? reject(76001);
    if (ask.now - record.at > weekMs) reject(76002);
    return {
      ...ok,
      request: {
        invoke_time: Math.floor(record.at / 1000), cost_in_ms: record.costMs, request_url: record.url,
        request_body: record.body, response_body: record.answer, client_ip: record.ip,
      },
    };
  };

  const check = (ask: Ask): JsonObject => {
    if (!['dns', 'ping', 'all'].includes(textOf(ask.body, 'action'))) reject(40201);
    if (!['CHINANET', 'UNICOM', 'CAP', 'DEFAULT'].includes(textOf(ask.body, 'check_operator'))) reject(40202);
    return {
      dns: [{ ip: '127.0.0.1', real_operator: 'UNICOM' }],
      ping: [{ ip: '127.0.0.1', from_operator: 'UNICOM', package_loss: '0%', time: '1.000ms' }],
    };
  };

  const addresses = (): JsonObject => ({ ip_list: ['127.0.0.1'] });

  return [
    { path: '/cgi-bin/clear_quota', method: 'POST', body: 'json', hasEffect: true, dailyLimit: 1000, handle: clear },
    { path: '/cgi-bin/openapi/quota/get', method: 'POST', body: 'json', hasEffect: false, dailyLimit: 1_000_000, handle: quota },
    { path: '/cgi-bin/openapi/quota/clear', method: 'POST', body: 'json', hasEffect: true, dailyLimit: 50, handle: clearOne },
    { path: '/cgi-bin/openapi/rid/get', method: 'POST', body: 'json', hasEffect: false, dailyLimit: 100_000, handle: request },
    { path: '/cgi-bin/get_api_domain_ip', method: 'GET', body: 'none', hasEffect: false, dailyLimit: 10_000, handle: addresses },
    { path: '/cgi-bin/getcallbackip', method: 'GET', body: 'none', hasEffect: false, dailyLimit: 10_000, handle: addresses },
    { path: '/cgi-bin/callback/check', method: 'POST', body: 'json', hasEffect: false, dailyLimit: 1000, handle: check },
  ];
}
