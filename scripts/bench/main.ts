/** `npm run bench -- NAME [--json]`: measures one road against its bare parts in the same run, and prints ratios. */
import { cpus } from 'node:os';
import type { Figure } from './figure.js';

const benches: Readonly<Record<string, () => Promise<{ run(): Promise<Figure[]> }>>> = {
  read: () => import('./read.js'),
  media: () => import('./media.js'),
  fanout: () => import('./fanout.js'),
  upload: () => import('./upload.js'),
  admin: () => import('./admin.js'),
};

const name = process.argv[2] ?? '';
const load = benches[name];
if (!load) {
  console.error(`Name a benchmark: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
const figures = await (await load()).run();
console.error('');
for (const { name: label, value, unit, ratioTo, ratio, cpuMicroseconds, cpuRatio } of figures) {
  const beside = ratio === null ? '' : `${ratio.toFixed(2)} × ${ratioTo}`;
  console.error(`${label.padEnd(16)} ${String(value).padStart(9)} ${unit.padEnd(6)} ${beside.padEnd(16)} ${cpuMicroseconds ? `${Math.round(cpuMicroseconds)} µs CPU` : ''}${cpuRatio ? ` (${cpuRatio.toFixed(2)} ×)` : ''}`);
}
if (process.argv.includes('--json')) console.log(JSON.stringify({ bench: name, machine: machine(), figures }));
process.exit(0);

function machine(): Record<string, unknown> {
  return { node: process.version, cores: cpus().length, cpu: cpus()[0]?.model ?? 'unknown', platform: process.platform };
}
