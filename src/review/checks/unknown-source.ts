import type { Check, CheckedFields, Spot, TextBlock } from './check.js';
import { spotAt } from './checked-text.js';
import type { SourceDictionary } from './dictionaries.js';

/** Where a text names a source: 「来源：…」, 「转自…」, 「据…报道」. The name is the first group. */
const mentions = [
  /(?:来源|转载?自)[:：]\s*([^\s，。；、！？（）()]{2,30})/gd,
  /(?<![根依数证凭单收占论])据([^，。；、！？\s]{2,15}?)(?:记者)?(?:\d{1,2}月)?(?:\d{1,2}日)?(?:报道|消息称)/gd,
];

const plain = (name: string): string => name.replace(/[《》“”「」"'\s]/g, '');

function message(name: string): Spot['message'] {
  return { zh: `来源「${name}」不在白名单内，请核实其资质与内容`, en: `The source “${name}” is not on the list of known ones: verify it.` };
}

function spotsIn(block: TextBlock, { sources, version }: SourceDictionary): Spot[] {
  return mentions.flatMap((mention) => [...block.text.matchAll(mention)].flatMap((match) => {
    const [start, end] = match.indices?.[1] ?? [0, 0];
    const name = plain(block.text.slice(start, end));
    return sources.includes(name) ? [] : [spotAt(block, start, end, message(name), { dictionaryVersion: version })];
  }));
}

function spotsInField({ source = '', ownNames = [] }: CheckedFields, { sources, version }: SourceDictionary): Spot[] {
  if (!source.trim() || [...sources, ...ownNames.map(plain)].includes(plain(source))) return [];
  return [spotAt({ path: 'source', text: source }, 0, source.length, message(source.trim()), { dictionaryVersion: version })];
}

/** Sources, of the text or quoted in it, that are neither the content's own unit nor on the list of known ones. A house of its own content needs none. */
export const unknownSourceCheck: Check = {
  id: 'unknown-source',
  name: { zh: '来源白名单', en: 'Known sources' },
  severity: 'warn',
  run: ({ fields, blocks }, { dictionaries: { sources } }) => [
    ...(fields.isOriginal ? [] : spotsInField(fields, sources)),
    ...blocks.flatMap((block) => spotsIn(block, sources)),
  ],
};
