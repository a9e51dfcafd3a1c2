import mongoose, { Schema } from 'mongoose';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { RoleEnum } from './person.js';
import type { Role } from './permissions.js';

@ObjectType({ description: 'An account of the demo, which anybody may try.', simpleResolvers: true })
export class DemoAccount {
  @Field(() => String, { description: 'Its login.' })
  login!: string;

  @Field(() => String, { description: 'The name of the made-up person.' })
  name!: string;

  @Field(() => RoleEnum, { description: 'Their role.' })
  role!: Role;

  @Field(() => String, { description: 'The password, which is the same for all and printed in the README.' })
  password!: string;
}

const demoAccountSchema = new Schema<DemoAccount>({
  login: { type: String, required: true }, name: { type: String, required: true }, role: { type: String, required: true }, password: { type: String, required: true },
}, { collection: 'demoAccounts', versionKey: false });
const DemoAccountModel = mongoose.model<DemoAccount>('DemoAccount', demoAccountSchema);

/** Tells the sign-in page which accounts may be tried. Only the demo calls it; an empty list takes the offer away. */
export async function offerDemoAccounts(accounts: readonly DemoAccount[]): Promise<void> {
  await DemoAccountModel.deleteMany({});
  await DemoAccountModel.insertMany(accounts);
}

@Resolver()
export class DemoAccountsResolver {
  @Query(() => [DemoAccount], { description: 'The accounts of the demo, for its sign-in page and its first steps. Empty without the demo.' })
  demoAccounts(): Promise<DemoAccount[]> {
    return DemoAccountModel.find().sort({ _id: 1 }).limit(50).lean<DemoAccount[]>().exec();
  }
}
