import { Type } from 'typebox';
import { defineEvent } from '../kernel/index.js';

const kind = Type.Union([Type.Literal('image'), Type.Literal('video'), Type.Literal('file')]);

/** A file is in the library and may be used. Video is made playable from here on. */
export const AssetStored = defineEvent('asset.stored', 'A file is in the library and may be used.', Type.Object({
  assetId: Type.String(), kind, contentType: Type.String(), sha256: Type.String(), bytes: Type.Integer(),
}));

/** An asset has other bytes now, under the same id. What shows it shows them; what was delivered needs a correction. */
export const AssetReplaced = defineEvent('asset.replaced', 'An asset has other bytes now, under the same id.', Type.Object({
  assetId: Type.String(), kind, previousSha256: Type.String(), sha256: Type.String(), replacedAt: Type.String({ description: 'ISO 8601' }), note: Type.Optional(Type.String()),
}));

/** An asset was deleted; nothing used it. */
export const AssetDeleted = defineEvent('asset.deleted', 'An asset was deleted; nothing used it.', Type.Object({ assetId: Type.String(), kind, sha256: Type.String() }));

/** The right to use an asset ends soon, or has ended (`daysLeft` 0). Announced at 30 days, at 7 days and at the end, once each. */
export const AssetRightsExpiring = defineEvent('asset.rightsExpiring', 'The right to use an asset ends soon, or has ended.', Type.Object({
  assetId: Type.String(), unitId: Type.Optional(Type.String()), filename: Type.String(), rightsExpireAt: Type.String({ description: 'ISO 8601' }), daysLeft: Type.Integer(),
}));
