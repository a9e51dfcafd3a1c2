import react from '@vitejs/plugin-react';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `npm run build:admin` writes dist/admin; `npm run dev:admin` serves the sources and passes what is not the page on to ADMIN_API. */
export default defineConfig({
  root: at('.'),
  base: '/admin/',
  plugins: [react()],
  build: {
    outDir: at('../../dist/admin'),
    emptyOutDir: true,
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    sourcemap: 'hidden',
    chunkSizeWarningLimit: 900,
    reportCompressedSize: false,
    assetsInlineLimit: 2048,
  },
  server: {
    port: 4010,
    proxy: Object.fromEntries(['/graphql', '/media', '/imports', '/feeds'].map((path) => [path, { target: process.env.ADMIN_API ?? 'http://127.0.0.1:4000' }])),
  },
});
