import mongoose, { Schema } from 'mongoose';
import { Field, ID, ObjectType } from 'type-graphql';
import { connectionType, DateTime, EntityCache, graphqlEnum, newId } from '../kernel/index.js';
import { roleNames, roles, type Role } from './permissions.js';

export const RoleEnum = graphqlEnum<Role>('Role', 'What somebody is here. The table of permissions says what each role may do.',
  Object.fromEntries(roles.map((role) => [role, `${roleNames[role].zh}: ${roleNames[role].en}.`])) as Record<Role, string>);

@ObjectType({ description: 'Somebody who signs in here.', simpleResolvers: true })
export class Person {
  @Field(() => ID, { name: 'id', simple: false, description: 'Their id, `person_…`.' })
  _id!: string;

  @Field(() => String, { description: 'Their name, as it stands on review sheets.' })
  name!: string;

  @Field(() => String, { description: 'What they sign in with: lower case, unique, never changed.' })
  login!: string;

  @Field(() => String, { nullable: true, description: 'Their e-mail address.' })
  email?: string | null;

  @Field(() => String, { nullable: true, description: 'Their telephone number.' })
  phone?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit they belong to.' })
  unitId?: string | null;

  @Field(() => [RoleEnum], { description: 'Their roles.' })
  roles!: Role[];

  @Field(() => Boolean, { description: 'Whether they may sign in. A person is never deleted: their signatures stay.' })
  isActive!: boolean;

  @Field(() => Boolean, { description: 'Whether they hold a one-time password and must change it before anything else.' })
  mustChangePassword!: boolean;

  @Field(() => DateTime, { nullable: true, description: 'When they last signed in.' })
  lastSignInAt?: Date | null;

  @Field(() => DateTime, { description: 'When they were added.' })
  createdAt!: Date;

  /** An argon2id hash in PHC form. Never selected unless named, never a GraphQL field. */
  passwordHash?: string;

  passwordChangedAt?: Date | null;

  /** Counted up when somebody stops being an administrator: two who do it at once meet here. */
  administratorChecks?: number;
}

export const PersonConnection = connectionType('Person', () => Person);

const personSchema = new Schema<Person>({
  _id: { type: String, default: () => newId('person') },
  name: { type: String, required: true },
  login: { type: String, required: true },
  email: { type: String, default: null },
  phone: { type: String, default: null },
  unitId: { type: String, default: null },
  roles: { type: [String], required: true, enum: roles },
  isActive: { type: Boolean, required: true, default: true },
  mustChangePassword: { type: Boolean, required: true, default: false },
  lastSignInAt: { type: Date, default: null },
  createdAt: { type: Date, required: true },
  passwordHash: { type: String, required: true, select: false },
  passwordChangedAt: { type: Date, default: null },
  administratorChecks: { type: Number, select: false },
}, { collection: 'people', versionKey: false });
personSchema.index({ login: 1 }, { unique: true });
personSchema.index({ name: 1, _id: 1 });
personSchema.index({ unitId: 1, name: 1, _id: 1 });
personSchema.index({ roles: 1, name: 1, _id: 1 });

export const PersonModel = mongoose.model<Person>('Person', personSchema);

@ObjectType({ description: 'A person as everybody at work sees them: no login, no way to reach them.', simpleResolvers: true })
export class PersonCard {
  @Field(() => ID, { name: 'id', simple: false, description: 'Their id, `person_…`.' })
  _id!: string;

  @Field(() => String, { description: 'Their name.' })
  name!: string;

  @Field(() => ID, { nullable: true, description: 'The unit they belong to.' })
  unitId?: string | null;
}

/** Names of people, in memory: who wrote, who signed. */
export const personCache = new EntityCache<PersonCard>('people', ['name', 'unitId']);
