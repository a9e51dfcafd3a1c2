// npx tsx scripts/demo/write-sample-docx.ts: makes the committed sample anew, after its words have changed.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleDocx, samplePath } from './sample-docx.js';

const file = fileURLToPath(new URL(`../../${samplePath}`, import.meta.url));
await mkdir(dirname(file), { recursive: true });
const bytes = await sampleDocx();
await writeFile(file, bytes);
console.log(`${samplePath}: ${bytes.length} bytes`);
