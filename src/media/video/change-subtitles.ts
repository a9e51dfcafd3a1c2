import { createHash } from 'node:crypto';
import { record } from '../../accounts/index.js';
import { assertId, InvalidInputError, NotFoundError, type Context } from '../../kernel/index.js';
import { mayReadAsset } from '../access.js';
import { asAsset, AssetModel, type Asset, type StoredAsset } from '../asset.js';
import { storage } from '../storage.js';
import { SubtitlesInvalidError } from './errors.js';
import { FilmChoiceModel, type SubtitleTrack } from './film.js';
import { filmKeys } from './film-address.js';
import type { AddSubtitlesInput } from './film-inputs.js';
import { parseSubtitles, writeSubtitles } from './parse-subtitles.js';
import { loadVideo } from './steer-film.js';

const maxTracks = 20;
/** Bytes of a subtitle file. */
const maxBytes = 2_000_000;

/** Puts subtitles to a video, given as text or as an uploaded file; those of the same language give way. Throws SUBTITLES_INVALID, INVALID_INPUT, NOT_A_VIDEO, NOT_FOUND. */
export async function addSubtitles(ctx: Context, input: AddSubtitlesInput): Promise<Asset> {
  const asset = await loadVideo(ctx, input.assetId);
  const { language, label } = checked(input);
  const text = writeSubtitles(parseSubtitles(input.text ?? await readSubtitleAsset(ctx, input.fileAssetId)));
  const track: SubtitleTrack = { language, label, hash: createHash('sha256').update(text).digest('hex').slice(0, 12) };
  const before = await tracksOf(asset._id);
  const others = before.filter((each) => each.language !== language);
  if (others.length >= maxTracks) throw new InvalidInputError({ field: 'language', reason: `最多 ${maxTracks} 种语言 (at most ${maxTracks} languages)` });
  await storage().put(filmKeys.subtitles(asset._id, track), Buffer.from(text));
  await save(asset._id, before, [...others, track]);
  await record(ctx, { action: 'asset.addSubtitles', subjectType: 'Asset', subjectId: asset._id, summary: { language, label } });
  return asAsset(asset);
}

/** Takes a video's subtitles of one language away. Throws NOT_FOUND when there are none, NOT_A_VIDEO. */
export async function removeSubtitles(ctx: Context, assetId: string, language: string): Promise<Asset> {
  const asset = await loadVideo(ctx, assetId);
  const before = await tracksOf(assetId);
  const others = before.filter((each) => each.language !== language);
  if (others.length === before.length) throw new NotFoundError({ id: language.slice(0, 40) });
  await save(assetId, before, others);
  await record(ctx, { action: 'asset.removeSubtitles', subjectType: 'Asset', subjectId: assetId, summary: { language } });
  return asAsset(asset);
}

const tracksOf = async (assetId: string): Promise<readonly SubtitleTrack[]> => (await FilmChoiceModel.findById(assetId).lean())?.subtitles ?? [];

// Bytes first, then the note; and what is named no more goes last. Readers may hold a page with the older address: they lose subtitles, no more.
async function save(assetId: string, before: readonly SubtitleTrack[], after: readonly SubtitleTrack[]): Promise<void> {
  await FilmChoiceModel.updateOne({ _id: assetId }, { $set: { subtitles: after }, $setOnInsert: { poster: 1 } }, { upsert: true });
  const kept = new Set(after.map(({ hash }) => hash));
  for (const track of before) if (!kept.has(track.hash)) await storage().delete(filmKeys.subtitles(assetId, track));
}

function checked({ language, label, text, fileAssetId }: AddSubtitlesInput): { readonly language: string; readonly label: string } {
  if (!/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?$/.test(language)) throw new InvalidInputError({ field: 'language', reason: '应为语言代码，如 zh-CN、en (must be a language tag such as zh-CN or en)' });
  const trimmed = label.trim();
  if (trimmed === '' || [...trimmed].length > 40) throw new InvalidInputError({ field: 'label', reason: '应有 1–40 字 (must have 1 to 40 characters)' });
  if ((text == null) === (fileAssetId == null)) throw new InvalidInputError({ field: 'text', reason: '请提供字幕文本或字幕文件之一 (give either text or fileAssetId)' });
  return { language, label: trimmed };
}

async function readSubtitleAsset(ctx: Context, id: string | null | undefined): Promise<string> {
  assertId(id!, 'asset');
  const asset = await AssetModel.findById(id).lean<StoredAsset>();
  if (!asset || !mayReadAsset(ctx, asset)) throw new NotFoundError({ id: id! });
  if (!asset.contentType.startsWith('text/') || asset.bytes > maxBytes) throw new SubtitlesInvalidError({ line: 1, reason: `「${asset.filename.slice(0, 60)}」不是字幕文件 (this is no subtitle file)` });
  return (await storage().get(asset.sha256)).toString('utf8');
}
