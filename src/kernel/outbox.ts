import mongoose, { Schema } from 'mongoose';
import type { Static, TObject, TProperties } from 'typebox';
import { Compile } from 'typebox/compile';
import { Value } from 'typebox/value';
import type { Context } from './context.js';
import { newId } from './ids.js';
import { concernsNobody } from './reaction-registry.js';
import { currentSession } from './transaction.js';

/** A named piece of news with the shape of its payload. Announced in the transaction that makes it true. */
export interface EventType<T extends TObject = TObject> {
  readonly name: string;
  readonly description: string;
  readonly payload: T;
}

const eventTypes = new Map<string, EventType>();

/** Every event the product announces, by name. The source of `schema/events/`. */
export const eventCatalogue = (): ReadonlyMap<string, EventType> => eventTypes;

/** Declares an event, `noun.past`. A name is declared once. */
export function defineEvent<P extends TProperties>(name: string, description: string, payload: TObject<P>): EventType<TObject<P>> {
  if (eventTypes.has(name)) throw new Error(`event ${name} is defined twice`);
  const event = { name, description, payload };
  eventTypes.set(name, event as unknown as EventType);
  return event;
}

/** A row of the outbox. Kept 30 days after it was handed to its reactions. */
export interface OutboxEvent {
  _id: string;
  name: string;
  payload: unknown;
  at: Date;
  actorId: string;
  requestId: string;
  dispatchedAt: Date | null;
}

const outboxSchema = new Schema<OutboxEvent>({
  _id: { type: String, required: true },
  name: { type: String, required: true },
  payload: { type: Schema.Types.Mixed, required: true },
  at: { type: Date, required: true },
  actorId: { type: String, required: true },
  requestId: { type: String, required: true },
  dispatchedAt: { type: Date, default: null },
}, { collection: 'outbox', versionKey: false, minimize: false });
outboxSchema.index({ dispatchedAt: 1, _id: 1 }, { name: 'waiting', partialFilterExpression: { dispatchedAt: null } });
outboxSchema.index({ dispatchedAt: 1 }, { name: 'expiry', expireAfterSeconds: 30 * 24 * 3600 });

export const OutboxModel = mongoose.model<OutboxEvent>('OutboxEvent', outboxSchema);

/** An event about to be announced: its kind and what it says. */
export interface News<T extends TObject = TObject> {
  readonly event: EventType<T>;
  readonly payload: Static<T>;
}

/** An event with its payload, typed by the event, for `emitAll`. */
export const newsOf = <T extends TObject>(event: EventType<T>, payload: Static<T>): News => ({ event: event as unknown as EventType, payload });

/** Announces an event in the running transaction: it is heard if and only if the transaction commits. Throws on a payload that breaks its schema, or an event that was not made by `defineEvent`. */
export const emit = <T extends TObject>(ctx: Context, event: EventType<T>, payload: Static<T>): Promise<void> => emitAll(ctx, [newsOf(event, payload)]);

/** Announces several events, in their order, by one command. */
export async function emitAll(ctx: Context, news: readonly News[]): Promise<void> {
  const rows = news.map(({ event, payload }) => {
    assertSound(event, payload);
    const dispatchedAt = concernsNobody(event.name, payload) ? ctx.now() : null;
    return { _id: newId('event'), name: event.name, payload, at: ctx.now(), actorId: ctx.actor.id, requestId: ctx.requestId, dispatchedAt };
  });
  const session = currentSession();
  if (rows.length > 0) await (OutboxModel.collection as unknown as mongoose.mongo.Collection<OutboxEvent>).insertMany(rows, session ? { session } : {});
}

/** By event, compiled when it is first announced. */
const validators = new Map<string, Validator>();

interface Validator {
  Check(payload: unknown): boolean;
}

function validatorOf({ name, payload }: EventType): Validator {
  const kept = validators.get(name) ?? Compile(payload);
  validators.set(name, kept);
  return kept;
}

function assertSound(event: EventType, payload: unknown): void {
  if (eventTypes.get(event.name)?.payload !== event.payload) throw new Error(`event ${event.name} is not in the catalogue; declare it with defineEvent`);
  if (validatorOf(event).Check(payload)) return;
  const [problem] = Value.Errors(event.payload, payload);
  throw new Error(`event ${event.name}: ${problem?.instancePath || '/'} ${problem?.message}`);
}
