import { unitCache } from '../accounts/index.js';
import { kindNamed, textBlocks, type BodyNode, type ContentFields } from '../content/index.js';
import { findAssets } from '../media/index.js';
import type { CheckedImage, CheckedLink, CheckSubject, TextBlock } from './checks/index.js';

/** A content's fields as the checks see them. Pictures' texts and rights come from the media library. */
export async function checkSubjectOf(contentId: string, kind: string, fields: ContentFields): Promise<CheckSubject> {
  const { title, summary, isOriginal, shortTitle, source, author, place, shareTitle, shareDescription, body, details } = fields;
  const pictures = [...picturesOf(body as BodyNode, 'body'), ...(fields.coverId ? [{ path: 'coverId', assetId: fields.coverId }] : [])];
  return {
    contentId, kind,
    fields: { title, summary, isOriginal, shortTitle, source, author, place, shareTitle, shareDescription, ownNames: await ownNamesOf(fields.unitId) },
    blocks: [...bodyBlocks(fields), ...detailBlocks(kind, details)],
    images: await withRights(pictures),
    links: linksOf(body as BodyNode, 'body'),
  };
}

async function ownNamesOf(unitId: string): Promise<string[]> {
  const [unit] = await unitCache.load([unitId]);
  return unit ? [unit.name, unit.shortName] : [];
}

// The words that go with pictures are checked with the pictures.
const bodyBlocks = ({ body }: ContentFields): TextBlock[] => textBlocks(body).filter(({ field }) => field === undefined || field === 'text').map(({ path, text }) => ({ path: `body${path.map((at) => `[${at}]`).join('')}`, text }));

const detailBlocks = (kind: string, details: Record<string, unknown>): TextBlock[] =>
  Object.keys(kindNamed(kind).fields).flatMap((name) => textsIn(details[name], `details.${name}`));

/** The texts of a field, those of figures one by one: `details.figures[0].after`. */
function textsIn(value: unknown, path: string): TextBlock[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (Array.isArray(value)) return value.flatMap((each, at) => textsIn(each, `${path}[${at}]`));
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([name, text]) => textsIn(text, `${path}.${name}`)) : [];
}

interface Picture {
  readonly path: string;
  readonly assetId: string;
  readonly alt?: string;
  readonly credit?: string;
}

function picturesOf(node: BodyNode, path: string): Picture[] {
  const own = node.type === 'image' && typeof node.attrs?.assetId === 'string' ? [{ path, assetId: node.attrs.assetId, alt: textOf(node.attrs.alt), credit: textOf(node.attrs.credit) }] : [];
  return [...own, ...(node.content ?? []).flatMap((child, at) => picturesOf(child, `${path}[${at}]`))];
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value ? value : undefined);

function linksOf(node: BodyNode, path: string): CheckedLink[] {
  const own = (node.marks ?? []).flatMap(({ type, attrs }) => (type === 'link' && typeof attrs?.href === 'string' ? [{ path, href: attrs.href }] : []));
  return [...own, ...(node.content ?? []).flatMap((child, at) => linksOf(child, `${path}[${at}]`))];
}

async function withRights(pictures: readonly Picture[]): Promise<CheckedImage[]> {
  const assets = await findAssets(pictures.map(({ assetId }) => assetId));
  return pictures.map((picture, at) => {
    const asset = assets[at];
    const credit = picture.credit ?? asset?.credit;
    return { ...picture, alt: picture.alt ?? textOf(asset?.alt), ...(credit ? { credit } : {}), hasRights: Boolean(credit ?? asset?.license), ...(asset?.rightsExpireAt ? { rightsExpireAt: asset.rightsExpireAt } : {}) };
  });
}
