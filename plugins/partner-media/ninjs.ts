import { Type, type Static } from 'typebox';

/**
 * The part of IPTC ninjs 3.0 that we write, as a schema of our own: names, types and closed sets from the standard, unknown
 * properties refused. Everything valid here is valid ninjs 3.0; the reverse does not hold.
 */
const closed = { additionalProperties: false } as const;
const uri = Type.String({ pattern: '^[a-z][a-z0-9+.-]*:[^\\s<>"{}|\\\\^`]+$' });
const dateTime = Type.String({ pattern: '^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?(Z|[+-]\\d\\d:\\d\\d)$' });
const text = Type.String();

const rendition = Type.Object({
  name: text,
  href: Type.Optional(uri),
  contentType: Type.Optional(text),
  title: Type.Optional(text),
  width: Type.Optional(Type.Integer()),
  height: Type.Optional(Type.Integer()),
  sizeInBytes: Type.Optional(Type.Integer()),
  duration: Type.Optional(Type.Number()),
  aspectRatio: Type.Optional(text),
}, closed);

const valued = Type.Object({ role: Type.Optional(text), contentType: Type.Optional(text), value: text }, closed);
const body = Type.Object({ role: Type.Optional(text), contentType: Type.Optional(text), charCount: Type.Optional(Type.Integer()), value: text }, closed);
const named = Type.Object({ name: Type.Optional(text), rel: Type.Optional(text), uri: Type.Optional(uri), literal: Type.Optional(text) }, closed);
const source = Type.Object({ name: Type.Optional(text), role: Type.Optional(text), uri: Type.Optional(uri), literal: Type.Optional(text) }, closed);
const kind = Type.Union([Type.Literal('text'), Type.Literal('video'), Type.Literal('picture'), Type.Literal('component')]);

const association = Type.Object({
  name: text,
  uri,
  type: kind,
  descriptions: Type.Optional(Type.Array(valued)),
  by: Type.Optional(text),
  copyrightNotice: Type.Optional(text),
  altIds: Type.Optional(Type.Array(Type.Object({ role: Type.Optional(text), value: Type.Optional(text) }, closed))),
  renditions: Type.Array(rendition),
}, closed);
export type Association = Static<typeof association>;

/** One news item. `uri` is equal over all versions; `version` grows; `canceled` kills. */
export const ninjs = Type.Object({
  uri,
  type: kind,
  representationType: Type.Union([Type.Literal('full'), Type.Literal('partial')]),
  profile: text,
  version: Type.String({ pattern: '^[1-9]\\d*$' }),
  firstCreated: dateTime,
  versionCreated: dateTime,
  contentCreated: Type.Optional(dateTime),
  embargoedUntil: Type.Optional(dateTime),
  pubStatus: Type.Union([Type.Literal('usable'), Type.Literal('withheld'), Type.Literal('canceled')]),
  urgency: Type.Integer({ minimum: 1, maximum: 9 }),
  language: text,
  edNote: Type.Optional(text),
  usageTerms: Type.Optional(text),
  headlines: Type.Array(valued),
  descriptions: Type.Optional(Type.Array(valued)),
  bodies: Type.Optional(Type.Array(body)),
  infoSources: Type.Array(source),
  organisations: Type.Optional(Type.Array(named)),
  subjects: Type.Optional(Type.Array(named)),
  places: Type.Optional(Type.Array(named)),
  by: Type.Optional(text),
  renditions: Type.Optional(Type.Array(rendition)),
  associations: Type.Optional(Type.Array(association)),
  altIds: Type.Array(Type.Object({ role: Type.Optional(text), value: Type.Optional(text) }, closed)),
  rightsInfo: Type.Optional(Type.Object({ linkedRights: uri }, closed)),
  standard: Type.Object({ name: Type.Literal('ninjs'), version: Type.Literal('3.0'), schema: uri }, closed),
}, closed);
export type Ninjs = Static<typeof ninjs>;
