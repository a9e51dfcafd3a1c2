import { defineConfig } from 'vite';

/** One script that defines `UppyPage`. */
export default defineConfig({
  logLevel: 'warn',
  define: { 'process.env.NODE_ENV': '"production"' },
  build: { minify: false, emptyOutDir: true, lib: { entry: new URL('./main.ts', import.meta.url).pathname, formats: ['iife'], name: 'UppyPage', fileName: () => 'uppy.js' } },
});
