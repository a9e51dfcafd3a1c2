import { Type } from 'typebox';
import { defineEvent } from '../../kernel/index.js';

/** A film can be played: its posters, its HLS ladder and its MP4 are there. */
export const AssetPlayable = defineEvent('asset.playable', 'A film can be played: its posters, its HLS ladder and its MP4 are there.', Type.Object({
  assetId: Type.String(), sha256: Type.String(), durationSeconds: Type.Number(),
}));
