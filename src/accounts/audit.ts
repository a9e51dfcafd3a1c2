import mongoose, { Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, DateTime, graphqlEnum, JsonObject, newId, type Actor } from '../kernel/index.js';

type ActorType = Actor['type'];

export const ActorTypeEnum = graphqlEnum<ActorType>('ActorType', 'What kind of actor did something.', {
  anonymous: 'Somebody who was not signed in.',
  person: 'A person who was signed in.',
  apiKey: 'A machine with an API key.',
  system: 'The product itself, in a job or a reaction.',
});

@ObjectType({ description: 'One act, as it was done. Entries are added and never changed.', simpleResolvers: true })
export class AuditEntry {
  @Field(() => ID, { name: 'id', simple: false, description: 'Its id, `audit_…`.' })
  _id!: string;

  @Field(() => DateTime, { description: 'When it was done.' })
  at!: Date;

  @Field(() => ID, { description: 'Who did it: a person, a partner\'s key, `system` or `anonymous`.' })
  actorId!: string;

  @Field(() => String, { description: 'Their name at that time.' })
  actorName!: string;

  @Field(() => ActorTypeEnum, { description: 'What kind of actor it was.' })
  actorType!: ActorType;

  @Field(() => ID, { nullable: true, description: 'The API key they used.' })
  apiKeyId?: string | null;

  @Field(() => String, { description: 'What was done, `noun.verb`.' })
  action!: string;

  @Field(() => String, { nullable: true, description: 'The type of what it was done to, such as Article.' })
  subjectType?: string | null;

  @Field(() => ID, { nullable: true, description: 'The id of what it was done to.' })
  subjectId?: string | null;

  @Field(() => JsonObject, { description: 'What else is worth knowing; never a secret.' })
  summary!: Record<string, unknown>;

  @Field(() => String, { description: 'The request or job it was done in, as in the log.' })
  requestId!: string;

  @Field(() => String, { nullable: true, description: 'The address it came from.' })
  ip?: string | null;
}

export const AuditEntryConnection = connectionType('AuditEntry', () => AuditEntry);

const auditSchema = new Schema<AuditEntry>({
  _id: { type: String, default: () => newId('audit') },
  at: { type: Date, required: true },
  actorId: { type: String, required: true },
  actorName: { type: String, default: '' },
  actorType: { type: String, required: true },
  apiKeyId: { type: String, default: null },
  action: { type: String, required: true },
  subjectType: { type: String, default: null },
  subjectId: { type: String, default: null },
  summary: { type: Schema.Types.Mixed, required: true },
  requestId: { type: String, required: true },
  ip: { type: String, default: null },
}, { collection: 'audit', versionKey: false, minimize: false });
auditSchema.index({ at: -1, _id: -1 });
for (const field of ['actorId', 'action', 'subjectId', 'subjectType']) auditSchema.index({ [field]: 1, at: -1, _id: -1 });

/** Thrown by every attempt of this code to change the trail: a programming error, not a person's. */
export class AuditTrailIsAppendOnlyError extends Error {
  constructor() {
    super('the audit trail is append-only: entries are neither changed nor removed');
    this.name = 'AuditTrailIsAppendOnlyError';
  }
}

const refuse = (): never => { throw new AuditTrailIsAppendOnlyError(); };
auditSchema.pre(['updateOne', 'updateMany', 'replaceOne', 'deleteOne', 'deleteMany', 'findOneAndUpdate', 'findOneAndReplace', 'findOneAndDelete'], { query: true, document: false }, refuse);
auditSchema.pre(['updateOne', 'deleteOne'], { document: true, query: false }, refuse);
auditSchema.pre('bulkWrite', refuse);
auditSchema.pre('save', function refuseChange() { if (!this.isNew) refuse(); });

export const AuditModel = mongoose.model<AuditEntry>('AuditEntry', auditSchema);
