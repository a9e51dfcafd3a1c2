import type { Action, PicturePreset, PictureRendition, Publication, PublicationMedia } from '../../src/distribution/channel.js';
import type { Association, Ninjs } from './ninjs.js';
import { plainText } from './plain-text.js';
import type { PartnerMediaSettings } from './settings.js';
import { zonedTime } from './zoned-time.js';

const standard = { name: 'ninjs', version: '3.0', schema: 'https://iptc.org/std/ninjs/ninjs-schema_3.0.json' } as const;
const kinds = { image: 'picture', video: 'video', file: 'component' } as const;

/** The whole news item of one action, ninjs 3.0. A retraction is canceled and carries no text, so that nothing can be run from it. */
export function toNinjs(publication: Publication, action: Action, settings: PartnerMediaSettings): Ninjs {
  const isCanceled = action === 'retract';
  return {
    ...identityOf(publication, settings),
    pubStatus: isCanceled ? 'canceled' : 'usable',
    representationType: isCanceled ? 'partial' : 'full',
    ...(publication.note && { edNote: publication.note }),
    headlines: headlinesOf(publication),
    ...(isCanceled ? {} : textOf(publication)),
    ...(isCanceled ? {} : subjectsOf(publication)),
    ...(isCanceled ? {} : rightsOf(settings)),
    infoSources: sourcesOf(publication, settings),
    altIds: [{ role: 'docId', value: publication.contentId }],
    standard,
  };
}

const identityOf = (publication: Publication, settings: PartnerMediaSettings) => ({
  uri: uriOf(publication.url),
  type: publication.kind === 'video' ? 'video' as const : 'text' as const,
  profile: settings.profile ?? publication.kind,
  version: String(publication.version),
  // An embargo puts the first publication later than the version that carries it.
  firstCreated: new Date(Math.min(publication.firstPublishedAt.getTime(), publication.publishedAt.getTime())).toISOString(),
  versionCreated: publication.publishedAt.toISOString(),
  ...(publication.occurredAt && { contentCreated: publication.occurredAt.toISOString() }),
  ...(publication.embargoedUntil && { embargoedUntil: zonedTime(publication.embargoedUntil, publication.embargoTimeZone) }),
  urgency: urgencyOf(publication.importance),
  language: publication.language,
});

/** Ours is 1 (routine) to 5 (highest); theirs 1 (highest) to 9, with 4 as everyday news. */
export const urgencyOf = (importance: number): number => [5, 4, 3, 2, 1][Math.min(5, Math.max(1, Math.round(importance))) - 1] ?? 5;

const headlinesOf = ({ title, shortTitle }: Publication) => [
  { role: 'main', value: title },
  ...(shortTitle ? [{ role: 'short', value: shortTitle }] : []),
];

function textOf(publication: Publication): Pick<Ninjs, 'descriptions' | 'bodies' | 'by' | 'associations' | 'renditions'> {
  const text = plainText(publication.html);
  const associations = publication.media.map((medium) => toAssociation(medium, publication.coverId));
  return {
    ...(publication.summary && { descriptions: [{ role: 'summary', contentType: 'text/plain', value: publication.summary }] }),
    bodies: [
      { role: 'main', contentType: 'text/html', charCount: text.length, value: publication.html },
      { role: 'plain', contentType: 'text/plain', charCount: text.length, value: text },
      ...publication.details.map(({ name, text: value }) => ({ role: name, contentType: 'text/plain', charCount: value.length, value })),
    ],
    ...(publication.author && { by: publication.author }),
    renditions: [{ name: 'web', href: uriOf(publication.url), contentType: 'text/html' }],
    ...(associations.length > 0 && { associations }),
  };
}

const subjectsOf = ({ topics, tags, unit, place }: Publication): Pick<Ninjs, 'subjects' | 'organisations' | 'places'> => ({
  ...(topics.length + tags.length > 0 && {
    subjects: [...topics.map(({ id, name }) => ({ name, rel: 'topic', literal: id })), ...tags.map((name) => ({ name, rel: 'tag', literal: name }))],
  }),
  ...(unit && { organisations: [{ name: unit.name, rel: 'about', literal: unit.id }] }),
  ...(place && { places: [{ name: place, rel: 'about' }] }),
});

const rightsOf = ({ rightsUrl, usageTerms }: PartnerMediaSettings): Pick<Ninjs, 'rightsInfo' | 'usageTerms'> => ({
  ...(rightsUrl && { rightsInfo: { linkedRights: uriOf(rightsUrl) } }),
  ...(usageTerms && { usageTerms }),
});

const sourcesOf = ({ source }: Publication, { provider }: PartnerMediaSettings): Ninjs['infoSources'] => [
  { role: 'provider', name: provider },
  ...(source ? [{ role: 'originator', name: source }] : []),
];

function toAssociation(medium: PublicationMedia, coverId: string | undefined): Association {
  return {
    name: medium.id === coverId ? 'cover' : medium.id,
    uri: uriOf(medium.url),
    type: kinds[medium.kind],
    ...(medium.alt && { descriptions: [{ role: 'caption', contentType: 'text/plain', value: medium.alt }] }),
    ...(medium.credit && { by: medium.credit }),
    altIds: [{ role: 'sha256', value: medium.sha256 }],
    renditions: [toRendition(medium), ...(medium.poster ? [{ name: 'poster', href: uriOf(medium.poster), contentType: 'image/jpeg' }] : []), ...formsOf(medium, medium.id === coverId)],
  };
}

const toRendition = ({ url, contentType, bytes, width, height, duration }: PublicationMedia): Association['renditions'][number] => ({
  name: 'main', href: uriOf(url), contentType, sizeInBytes: bytes,
  ...(width !== undefined && { width: Math.round(width) }), ...(height !== undefined && { height: Math.round(height) }),
  ...(duration !== undefined && { duration }),
});

/** What a newsroom knows the forms of a picture by. */
const formNames: Readonly<Partial<Record<PicturePreset, string>>> = { partner: 'large', feed: 'preview', share: 'share' };

/** Forms of a picture that are other than the original; the shared shape of the cover only, since each costs some 200 of the 20,000 bytes. */
function formsOf({ renditions = [], width, contentType }: PublicationMedia, isCover: boolean): Association['renditions'] {
  const isOther = (form: PictureRendition): boolean => form.width !== width || contentType !== 'image/jpeg';
  return renditions.flatMap((form) => {
    const name = formNames[form.preset];
    const isWanted = name !== undefined && (form.preset === 'share' ? isCover : isOther(form));
    return isWanted ? [{ name, href: uriOf(form.url), contentType: 'image/jpeg', width: form.width, height: form.height }] : [];
  });
}

/** The address as RFC 3986 writes it: Chinese and the few characters that WHATWG leaves alone are percent-encoded. */
const uriOf = (address: string): string => new URL(address).href.replace(/[{}|\\^`]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
