import { record } from '../accounts/index.js';
import { findContentDocument } from '../content/index.js';
import { findDestination } from '../distribution/index.js';
import { assertId, inTransaction, InvalidInputError, newId, NotFoundError, type Context } from '../kernel/index.js';
import { CoverageModel, type Coverage, type OutletLevel } from './coverage.js';

/** What is read of `receipt.reported` and `delivery.settled`. */
interface Reported {
  readonly destinationId: string;
  readonly contentId: string;
  readonly version: number;
  readonly outcome: string;
  readonly url?: string;
  readonly position?: string;
  readonly ranAt?: string;
}

type Ran = Omit<Coverage, '_id' | 'recordedAt'>;

/** A partner says that it ran: what it says of the place counts more than what we had. */
export async function recordReportedCoverage(ctx: Context, { destinationId, contentId, version, outcome, url, position, ranAt }: Reported): Promise<void> {
  if (outcome !== 'ran' || !url) return;
  const outlet = (await findDestination(destinationId))?.name ?? destinationId;
  const at = ranAt ? new Date(ranAt) : ctx.now();
  await CoverageModel.updateOne({ contentId, url }, {
    $set: { outlet, destinationId, source: 'receipt', ranAt: at, ...(position ? { position } : {}) }, $setOnInsert: { _id: newId('coverage'), version, recordedAt: ctx.now() },
  }, { upsert: true });
}

/** An outlet answered a delivery with the address where it stands. Known addresses are left as they are. */
export async function recordDeliveredCoverage(ctx: Context, { destinationId, contentId, version, outcome, url }: Reported): Promise<void> {
  if (outcome !== 'delivered' || !url) return;
  const outlet = (await findDestination(destinationId))?.name ?? destinationId;
  const ran: Ran = { contentId, url, version, outlet, destinationId, source: 'delivery', ranAt: ctx.now() };
  await CoverageModel.updateOne({ contentId, url }, { $setOnInsert: { ...ran, _id: newId('coverage'), recordedAt: ctx.now() } }, { upsert: true });
}

/** What a person saw. */
export interface SeenCoverage {
  readonly contentId: string;
  readonly outlet: string;
  readonly url: string;
  readonly level?: OutletLevel | null;
  readonly position?: string | null;
  readonly ranAt?: Date | null;
}

/** Records what a person saw; a known address gets what is new about it. Throws InvalidInputError, NotFoundError. */
export async function recordCoverage(ctx: Context, seen: SeenCoverage): Promise<Coverage> {
  assertId(seen.contentId);
  const { contentId, url, ...fields } = readSeen(ctx, seen);
  if (!(await findContentDocument(contentId))) throw new NotFoundError({ id: contentId });
  return inTransaction(async () => {
    const before = await CoverageModel.findOne({ contentId, url }).lean<Coverage>();
    const { level, position, ...first } = fields;
    const change = before ? { ...(level ? { level } : {}), ...(position ? { position } : {}), outlet: fields.outlet } : { ...first, ...(level ? { level } : {}), ...(position ? { position } : {}) };
    await CoverageModel.updateOne({ contentId, url }, { $set: change, $setOnInsert: { _id: newId('coverage'), recordedAt: ctx.now() } }, { upsert: true });
    const after = (await CoverageModel.findOne({ contentId, url }).lean<Coverage>())!;
    await record(ctx, { action: 'coverage.record', subjectType: 'Coverage', subjectId: after._id, summary: { contentId, outlet: after.outlet, url } });
    return after;
  });
}

function readSeen(ctx: Context, { contentId, outlet, url, level, position, ranAt }: SeenCoverage): Ran {
  const name = outlet.trim();
  if (!name || name.length > 100) throw new InvalidInputError({ field: 'outlet', reason: '应为 1–100 个字 (1 to 100 characters)' });
  if (url.length > 2000 || !/^https?:\/\//.test(url) || !URL.canParse(url)) throw new InvalidInputError({ field: 'url', reason: '应为 http 或 https 地址，最多 2000 个字符 (an http or https address of at most 2,000 characters)' });
  if (position && position.length > 100) throw new InvalidInputError({ field: 'position', reason: '最多 100 个字 (at most 100 characters)' });
  if (ranAt && ranAt.getTime() > ctx.now().getTime() + 5 * 60_000) throw new InvalidInputError({ field: 'ranAt', reason: '不能晚于现在 (must not be in the future)' });
  return { contentId, outlet: name, url, source: 'manual', ranAt: ranAt ?? ctx.now(), ...(level ? { level } : {}), ...(position?.trim() ? { position: position.trim() } : {}) };
}
