import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { createRequire } from 'node:module';
import { Slots } from './slots.js';

/** Pixels of the longer side of the picture a drawing becomes. */
const longSide = 2400;
const maxMilliseconds = 8_000;
/** Kilobytes of its address space: Node.js takes one gigabyte of them, layers of filters would take all there is. */
const maxKilobytes = 2_500_000;
const slots = new Slots(1, 50);

// Runs in a process of its own: a drawing that would take minutes or gigabytes ends with it. Given no address, librsvg has nothing to
// resolve references against, so it reads no file and asks no server; scripts it does not know.
const program = `
const sharp = require(process.argv[1]);
sharp.concurrency(1);
const chunks = [];
process.stdin.on('data', (chunk) => chunks.push(chunk)).on('end', async () => {
  const svg = Buffer.concat(chunks);
  const { width, height, density } = await sharp(svg).metadata();
  const scaled = Math.max(1, Math.min(10000, Math.floor((density || 72) * ${longSide} / Math.max(width, height))));
  const png = await sharp(svg, { density: scaled, limitInputPixels: 36e6 }).resize(${longSide}, ${longSide}, { fit: 'inside', withoutEnlargement: true }).png().toBuffer();
  process.stdout.write(png);
});
process.on('unhandledRejection', (error) => { process.stderr.write(String(error.message).slice(0, 500)); process.exit(1); });
`;

/** A drawing as a PNG, 2400 pixels on its longer side. Throws when it cannot be drawn within 8 s and the memory it is given. */
export function rasteriseSvg(svg: Buffer): Promise<Buffer> {
  if (/<!ENTITY/i.test(svg.toString('latin1'))) throw new Error('the drawing declares entities');
  return slots.run(() => draw(svg));
}

function draw(svg: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const child = start();
    const [png, words]: [Buffer[], Buffer[]] = [[], []];
    child.stdout.on('data', (chunk: Buffer) => png.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => words.push(chunk));
    child.on('error', reject);
    child.on('close', (code, signal) => {
      if (code === 0 && png.length > 0) resolve(Buffer.concat(png));
      else reject(new Error(reasonOf(signal, Buffer.concat(words).toString())));
    });
    child.stdin.on('error', () => undefined);
    child.stdin.end(svg);
  });
}

function start(): ChildProcessWithoutNullStreams {
  const node = [process.execPath, '--max-old-space-size=256', '-e', program, createRequire(import.meta.url).resolve('sharp')];
  return spawn('/bin/sh', ['-c', `ulimit -v ${maxKilobytes} 2>/dev/null; exec "$@"`, 'sh', ...node], { stdio: 'pipe', timeout: maxMilliseconds, killSignal: 'SIGKILL', env: { PATH: process.env.PATH } });
}

function reasonOf(signal: NodeJS.Signals | null, words: string): string {
  if (signal === 'SIGKILL') return `the drawing took over ${maxMilliseconds / 1000} s`;
  return signal ? 'the drawing needs too much memory' : words.split('\n')[0] || 'the drawing cannot be read';
}
