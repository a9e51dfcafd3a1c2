import react from '@vitejs/plugin-react';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const [toBrotli, toGzip] = [promisify(brotliCompress), promisify(gzip)];

/** Writes each script and stylesheet also as .br and .gz at the highest level: done once here, and on no visitor's time. */
const packed = (): Plugin => ({
  name: 'packed',
  apply: 'build',
  async writeBundle({ dir }) {
    const names = (await readdir(dir!, { recursive: true })).filter((name) => /\.(?:js|css|svg)$/.test(name));
    await Promise.all(names.map(async (name) => {
      const file = join(dir!, name);
      const bytes = await readFile(file);
      const br = toBrotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length } });
      await Promise.all([writeFile(`${file}.br`, await br), writeFile(`${file}.gz`, await toGzip(bytes, { level: 9 }))]);
    }));
  },
});

// What pages share would otherwise be some sixty tiny files each, and every one a request. Each piece takes what its modules need, unless a piece above it has it already.
const pieces = [
  { name: 'base', tags: ['$initial'] },
  { name: 'doorway', test: /admin\/app\/session\/(?:sign-in|password)-page/ },
  // The frame with all that home needs of the library: what is added here, everybody loads first.
  { name: 'workplace', test: /admin\/app\/shell\/workplace|home\/first-steps-strip|admin\/components\/(?:badge|content-state|empty-state|error-notice|facts|importance|line-list|link-button|loading|page-header|panel|time|use-toast)\./ },
  { name: 'icons', test: /node_modules\/@ant-design\/icons/ },
  { name: 'controls', test: /node_modules\/antd\/es\/(?:input|select|tree-select|checkbox|modal|tooltip|tabs|drawer|segmented|progress|dropdown)\/index/ },
].map((piece, at, all) => ({ ...piece, priority: all.length - at }));

/** `npm run build:admin` writes dist/admin; `npm run dev:admin` serves the sources and passes what is not the page on to ADMIN_API. */
export default defineConfig(({ command }) => {
  // What is built is shipped, whatever the environment it is built in is for: under NODE_ENV=test it would hold React's slow, heavy development code.
  if (command === 'build') process.env.NODE_ENV = 'production';
  return {
    root: at('.'),
    base: '/admin/',
    plugins: [react(), packed()],
    build: {
      outDir: at('../../dist/admin'),
      emptyOutDir: true,
      target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
      sourcemap: 'hidden',
      chunkSizeWarningLimit: 900,
      reportCompressedSize: false,
      assetsInlineLimit: 2048,
      // All styles together are a few kilobytes: one file, there before anything is shown, instead of one for each piece of each page.
      cssCodeSplit: false,
      rolldownOptions: { output: { codeSplitting: { groups: [...pieces] } } },
    },
    server: {
      port: 4010,
      proxy: Object.fromEntries(['/graphql', '/media', '/imports', '/feeds'].map((path) => [path, { target: process.env.ADMIN_API ?? 'http://127.0.0.1:4000' }])),
    },
  };
});
