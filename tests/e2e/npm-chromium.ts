import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { cacheDirOf, projectRoot } from '../../scripts/launch/folders.mjs';

const carrier = '@sparticuz/chromium';

/**
 * The Chromium that an npm package carries, unpacked once for all clones of this user; undefined where it cannot run. The package itself
 * takes whatever lies in the temporary folder for a browser, also what another test file is still writing: so it unpacks into a folder of
 * its own, which gets its name when it is whole.
 */
export async function npmChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const { version } = JSON.parse(await readFile(join(projectRoot, 'node_modules', carrier, 'package.json'), 'utf8')) as { version: string };
  const folder = join(cacheDirOf(), `chromium-${version}`);
  if (!existsSync(folder)) await unpack(folder);
  return join(folder, 'chromium');
}

async function unpack(folder: string): Promise<void> {
  await mkdir(dirname(folder), { recursive: true });
  const draft = await mkdtemp(`${folder}.draft-`);
  try {
    const program = `const { default: chromium } = await import('${carrier}'); await chromium.executablePath();`;
    await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program], { cwd: projectRoot, env: { ...process.env, TMPDIR: draft } });
    await rename(draft, folder).catch((error: unknown) => { if (!existsSync(folder)) throw error; });
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}
