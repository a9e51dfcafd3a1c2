/**
 * Runs the platform as its own process: `node … main.js '{"port":4100,"stateFile":"…","accounts":[…]}'`, or the name of a JSON
 * file with the same settings. Prints `{"url":…}` on one line when it listens; ends on SIGTERM and SIGINT.
 */
import { readFileSync } from 'node:fs';
import { startWechatSimulator } from './index.js';
import type { SimulatorOptions } from './index.js';

const given = process.argv[2] ?? process.env['WECHAT_SIMULATOR'] ?? '';
const text = given.trimStart().startsWith('{') ? given : readFileSync(given, 'utf8');
const written = JSON.parse(text) as Omit<SimulatorOptions, 'startAt'> & { readonly startAt?: string };
const simulator = await startWechatSimulator({ ...written, startAt: written.startAt ? new Date(written.startAt) : undefined });
process.stdout.write(`${JSON.stringify({ url: simulator.url })}\n`);

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => { void simulator.stop().then(() => process.exit(0)); });
}
