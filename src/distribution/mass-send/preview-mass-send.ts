import { record } from '../../accounts/index.js';
import { InvalidInputError, newOwner, type Context } from '../../kernel/index.js';
import type { Receipt } from '../channel.js';
import { findMassSend } from './decide-mass-send.js';
import { NoMassSendError, WrongMassSendStateError } from './mass-send-errors.js';
import { massStateWords } from './mass-send-states.js';
import { MassSendModel } from './mass-send.js';
import { openSender } from './open-sender.js';

const longestPreviewMs = 4 * 60_000;

/**
 * Shows a requested mass send to one named person, and answers in a sentence. Only before it is approved: what is approved is the
 * worker's. Of two at once the later goes on. Throws WRONG_MASS_SEND_STATE, NO_MASS_SEND, INVALID_INPUT, NOT_FOUND.
 */
export async function previewMassSend(ctx: Context, id: string, to: string): Promise<Pick<Receipt, 'outcome'> & { message: string }> {
  const name = to.trim();
  if (name.length < 1 || name.length > 100) throw new InvalidInputError({ field: 'to', reason: '应为 1–100 个字符 (1 to 100 characters)' });
  const { state } = await findMassSend(id);
  const owner = newOwner();
  const row = await MassSendModel.findOneAndUpdate({ _id: id, state: 'requested' }, { $set: { owner } }, { returnDocument: 'after' }).lean();
  if (!row) throw new WrongMassSendStateError({ state: massStateWords[state], move: '预览' });
  const sender = await openSender(ctx, row, owner, AbortSignal.timeout(longestPreviewMs));
  if (typeof sender === 'string') return { outcome: 'failed', message: sender };
  const { channel, send, host } = sender;
  if (!channel.preview) throw new NoMassSendError({ name: send.destination.name });
  const receipt = await sender.ask(() => channel.preview!(send, name, host));
  await record(ctx, { action: 'massSend.preview', subjectType: 'MassSend', subjectId: id, summary: { outcome: receipt.outcome } });
  return { outcome: receipt.outcome, message: receipt.message ?? '已发送预览' };
}
