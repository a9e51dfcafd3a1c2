import { record } from '../../accounts/index.js';
import { findContentDocument, findRelease } from '../../content/index.js';
import { assertId, emit, inTransaction, isDuplicateKey, newId, NotFoundError, type Context } from '../../kernel/index.js';
import type { Audience, Payload, Publication } from '../channel.js';
import { arePartsCurrent, isBundle } from '../bundle/index.js';
import { findChannel } from '../channels.js';
import { destinationCache, type DestinationRow } from '../destination.js';
import { InactiveDestinationError } from '../errors.js';
import { findPublication, planIdOf } from '../plan.js';
import { renderPayload } from '../render-payload.js';
import { lookUp, toPublication } from '../to-publication.js';
import { CannotRenderError, MassSendExistsError, NoMassSendError, NotPublishedForMassSendError } from './mass-send-errors.js';
import { MassSendRequested } from './mass-send-events.js';
import { massStateWords } from './mass-send-states.js';
import { massSendKey, MassSendModel, type MassSendRow } from './mass-send.js';

export interface MassSendRequest {
  readonly destinationId: string;
  readonly contentId: string;
  readonly audience: Audience;
  readonly note?: string;
}

/**
 * Asks for what readers see of a content now to be sent to an outlet's followers. What is rendered here is what is approved and sent.
 * Throws NO_MASS_SEND, INACTIVE_DESTINATION, MASS_SEND_NOT_PUBLISHED, CANNOT_RENDER, MASS_SEND_EXISTS, NOT_FOUND.
 */
export async function requestMassSend(ctx: Context, { destinationId, contentId, audience, note }: MassSendRequest): Promise<MassSendRow> {
  const destination = await findSender(destinationId);
  const publication = await findCurrent(ctx, contentId);
  const payload = await freeze(ctx, destination, publication);
  const { version, title } = publication;
  const row: MassSendRow = {
    _id: newId('massSend'), destinationId, channelId: destination.channelId, contentId, version, title, audience: audience.tagId ? { tagId: audience.tagId } : {},
    key: massSendKey(destinationId, contentId, version, audience), holdsKey: true, state: 'requested', publication, payload, owner: null, tries: 0, marks: {},
    requestedBy: ctx.actor.id, requestedByName: ctx.actor.name, requestedAt: ctx.now(), ...(note ? { note } : {}),
  };
  return inTransaction(async () => {
    await insertOnce(row);
    await record(ctx, { action: 'massSend.request', subjectType: 'MassSend', subjectId: row._id, summary: { destinationId, contentId, version, ...audience } });
    await emit(ctx, MassSendRequested, { massSendId: row._id, destinationId, contentId, version });
    return row;
  });
}

/** An active destination whose channel can send to followers. Throws NOT_FOUND, NO_MASS_SEND, INACTIVE_DESTINATION. */
export async function findSender(destinationId: string): Promise<DestinationRow> {
  assertId(destinationId, 'destination');
  const destination = await destinationCache.get(destinationId);
  if (!destination) throw new NotFoundError({ id: destinationId });
  const { name, isActive, deactivatedReason } = destination;
  if (!findChannel(destination.channelId)?.massSend) throw new NoMassSendError({ name });
  if (!isActive) throw new InactiveDestinationError({ name, reason: deactivatedReason ?? '' });
  return destination;
}

/** What readers see now, as outlets get it: of a content, or of all contents of a bundle. */
async function findCurrent(ctx: Context, contentId: string): Promise<Publication> {
  if (isBundle({ contentId })) {
    if (!(await arePartsCurrent(contentId))) throw new NotPublishedForMassSendError();
    return findPublication(planIdOf(contentId, 1));
  }
  const content = await findContentDocument(contentId);
  if (!content) throw new NotFoundError({ id: contentId });
  const release = content.publication === 'published' && content.released ? await findRelease(contentId, content.released.version) : null;
  if (!release) throw new NotPublishedForMassSendError();
  return toPublication(release, await lookUp(release, ctx.config.publicUrl));
}

async function freeze(ctx: Context, destination: DestinationRow, publication: Publication): Promise<Payload> {
  const { payload, problem } = await renderPayload(ctx, destination, publication, 'publish');
  if (!payload) throw new CannotRenderError({ name: destination.name, problem: problem ?? '' });
  return payload;
}

async function insertOnce(row: MassSendRow): Promise<void> {
  const same = await MassSendModel.findOne({ key: row.key, holdsKey: true }, { state: 1, requestedAt: 1 }).lean<MassSendRow>();
  if (same) throw new MassSendExistsError({ at: same.requestedAt.toISOString(), state: massStateWords[same.state] });
  try {
    await MassSendModel.create([row]);
  } catch (error) {
    if (isDuplicateKey(error)) throw new MassSendExistsError({ at: row.requestedAt.toISOString(), state: massStateWords.requested });
    throw error;
  }
}
