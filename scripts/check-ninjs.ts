/**
 * `npm run check-ninjs -- FILE`: holds what the channel partner-media writes against IPTC's own schema of ninjs 3.0, in a file that you have
 * from iptc.org (it is theirs, and not part of this project). The tests hold it against our strict part of the standard. Exit code 1 on any difference.
 */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { loadChannels } from '../src/app/channels.js';
import { actions, channelNamed } from '../src/distribution/index.js';
import { aDestination } from '../tests/kit/a-host.js';
import { aCorrection, aPublication } from '../tests/kit/a-publication.js';

const file = process.argv[2];
if (!file) {
  console.error('Name the file of the schema, such as ninjs-schema_3.0.json from iptc.org/std/ninjs.');
  process.exit(1);
}
const ajv = new Ajv2020({ strict: false, allErrors: true });
formats.default(ajv);
// Its own schema refers to GeoJSON's for places with coordinates; we write none.
ajv.addSchema({}, 'https://geojson.org/schema/GeoJSON.json');
const isValid = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);

await loadChannels({ channelPackages: [] });
const channel = channelNamed('partner-media');
const publications = [aPublication(), aPublication({ body: { type: 'doc', content: [] }, html: '', media: [] }), aCorrection({ embargoedUntil: new Date('2035-04-01') })];
const modes = ['full', 'link'] as const;
const settings = { url: 'https://media.example.cn/hook', secret: `whsec_${Buffer.alloc(32, 1).toString('base64')}`, provider: '市跑改办', usageTerms: '请注明来源', rightsUrl: 'https://cms.example.gov.cn/rights' };

const items = publications.flatMap((publication) => actions.flatMap((action) => modes.map((mode) => {
  const { data } = JSON.parse(channel.render(publication, action, aDestination({ ...settings, mode })).body) as { data: unknown };
  return { name: `${action} ${mode}: ${publication.title}`, problems: isValid(data) ? [] : isValid.errors ?? [] };
})));
for (const { name, problems } of items) console.log(`${problems.length === 0 ? 'valid  ' : 'INVALID'} ${name}${problems.map(({ instancePath, message }) => `\n    ${instancePath || '/'} ${message}`).join('')}`);
process.exit(items.some(({ problems }) => problems.length > 0) ? 1 : 0);
