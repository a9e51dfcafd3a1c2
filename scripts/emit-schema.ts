/** Writes what others build on into `schema/`. With `--check`, writes nothing and fails where the committed files differ. Names each change that breaks clients. */
import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join, relative } from 'node:path';
import { buildSchema, findBreakingChanges, lexicographicSortSchema, printSchema } from 'graphql';
import { loadChannels } from '../src/app/channels.js';
import { createSchema } from '../src/app/graphql/schema.js';
import '../src/app/http/server.js';
import { channels } from '../src/distribution/index.js';
import { errorCatalogue, eventCatalogue } from '../src/kernel/index.js';

const folder = new URL('../schema/', import.meta.url).pathname;
const generated = '# Emitted by `npm run schema`; never edited.\n\n';

async function emitted(): Promise<Map<string, string>> {
  await loadChannels({ channelPackages: [] });
  const files = new Map<string, string>();
  files.set('schema.graphql', `${generated}${printSchema(lexicographicSortSchema(createSchema()))}\n`);
  files.set('errors.json', json(Object.fromEntries([...errorCatalogue()].sort(([a], [b]) => a.localeCompare(b)))));
  for (const [name, { description, payload }] of eventCatalogue()) files.set(`events/${name}.json`, json({ title: name, description, ...payload }));
  for (const { id, name, settings } of channels()) files.set(`channels/${id}.settings.json`, json({ title: name.zh, ...settings }));
  return files;
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

async function committed(at = folder): Promise<Map<string, string>> {
  const entries = await readdir(at, { recursive: true, withFileTypes: true }).catch(() => []);
  const paths = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(await Promise.all(paths.map(async (path) => [relative(at, path), await readFile(path, 'utf8')] as const)));
}

function breakingChanges(before: string | undefined, after: string): string[] {
  return before ? findBreakingChanges(buildSchema(before), buildSchema(after)).map(({ description }) => description) : [];
}

/** What clients have seen: the schema of the newest release, or of the commit before this one while there is none. Nothing outside a git checkout. */
function releasedSchema(): string | undefined {
  const git = (...args: string[]): string => execFileSync('git', args, { cwd: folder, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
  try {
    const tag = git('tag', '--list', 'v*', '--sort=-v:refname').split('\n')[0];
    return git('show', `${tag || 'HEAD^'}:schema/schema.graphql`);
  } catch {
    return undefined;
  }
}

const [files, old] = [await emitted(), await committed()];
const changed = [...files].filter(([path, text]) => old.get(path) !== text).map(([path]) => path);
const gone = [...old.keys()].filter((path) => !files.has(path));
for (const change of breakingChanges(releasedSchema() ?? old.get('schema.graphql'), files.get('schema.graphql')!)) console.log(`breaking: ${change}`);

if (process.argv.includes('--check')) {
  for (const path of [...changed, ...gone]) console.error(`schema/${path} is not what the code emits: run \`npm run schema\` and commit the result.`);
  process.exitCode = changed.length + gone.length > 0 ? 1 : 0;
} else {
  for (const path of gone) await rm(join(folder, path));
  for (const path of changed) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), files.get(path)!);
  }
}
console.log(`schema: ${files.size} files, ${changed.length} changed, ${gone.length} gone`);
process.exit();
