import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Authorized, Ctx, Field, FieldResolver, ID, Info, Int, Mutation, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { DateTime, inTransaction, PageArgs, selectionOf, type Connection, type Context } from '../kernel/index.js';
import { findOwnSessions, findPerson } from './find-lists.js';
import { ChangePasswordInput, SignInInput, UpdateOwnContactInput } from './inputs.js';
import { changePassword } from './passwords.js';
import { Person } from './person.js';
import { record } from './record.js';
import { updateOwnContact } from './save-person.js';
import { absoluteMs, Session, SessionConnection, type SessionPort } from './session.js';
import { endOwnSession, endSessionsOf } from './sessions.js';
import { signIn, signOut } from './sign-in.js';

/** A context whose answer may carry the session cookie. Scripts and jobs have none. */
export type ContextWithSession = Context & { readonly session?: SessionPort };

@ObjectType({ description: 'A session that has just begun. The page needs nothing but its cookie.', simpleResolvers: true })
export class SignInResult {
  @Field(() => String, { description: 'The session\'s token, for scripts: `Authorization: Bearer …`. A page must not ask for it; it has the cookie.' })
  token!: string;

  @Field(() => DateTime, { description: 'When the session ends unless it is used before.' })
  expiresAt!: Date;

  @Field(() => Person, { description: 'Who signed in.' })
  person!: Person;
}

@ObjectType({ description: 'Who is asking, and what they may do.', simpleResolvers: true })
export class Me {
  @Field(() => Person, { nullable: true, description: 'The person; null behind a partner\'s key.' })
  person!: Person | null;

  @Field(() => [String], { description: 'What they may do, as the table of permissions names it; behind a key, what the key may do.' })
  permissions!: string[];

  @Field(() => ID, { nullable: true, description: 'The API key in use.' })
  apiKeyId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The destination a partner\'s key speaks for.' })
  destinationId?: string | null;
}

@Resolver(() => Session)
export class SessionsResolver {
  @Query(() => Me, { nullable: true, description: 'Who is asking; null for somebody who is not signed in.' })
  async me(@Ctx() { actor }: Context): Promise<Me | null> {
    if (actor.type === 'anonymous') return null;
    const person = actor.id.startsWith('person_') ? await findPerson(actor.id) : null;
    return { person, permissions: [...actor.permissions], apiKeyId: actor.apiKeyId ?? null, destinationId: actor.destinationId ?? null };
  }

  @Authorized()
  @Query(() => SessionConnection, { description: 'Your own sessions, newest first.' })
  sessions(@Args(() => PageArgs) args: PageArgs, @Ctx() ctx: Context, @Info() info: GraphQLResolveInfo): Promise<Connection<Session>> {
    return findOwnSessions(ctx, args, selectionOf(info));
  }

  @Mutation(() => SignInResult, { description: 'Sign in. Sets an http-only cookie, and answers with a token for scripts.' })
  async signIn(@Arg('input', () => SignInInput, { description: 'Login and password.' }) input: SignInInput, @Ctx() ctx: ContextWithSession): Promise<SignInResult> {
    const { token, session, person } = await signIn(ctx, input);
    // The cookie may outlive an idle session: the server decides, and a cookie that ended early would sign out who is at work.
    ctx.session?.setCookie(token, new Date(session.createdAt.getTime() + absoluteMs));
    return { token, expiresAt: session.expiresAt, person };
  }

  @Mutation(() => Boolean, { description: 'End the session in use. True, also when there was none.' })
  async signOut(@Ctx() ctx: ContextWithSession): Promise<boolean> {
    await signOut(ctx);
    ctx.session?.clearCookie();
    return true;
  }

  @Authorized()
  @Mutation(() => Person, { description: 'Change your own password. Your other sessions end.' })
  changePassword(@Arg('input', () => ChangePasswordInput, { description: 'The old and the new password.' }) input: ChangePasswordInput, @Ctx() ctx: Context): Promise<Person> {
    return changePassword(ctx, input);
  }

  @Authorized()
  @Mutation(() => Person, { description: 'Change your own e-mail address and telephone number. Name, roles and unit are an administrator\'s matter.' })
  updateOwnContact(@Arg('input', () => UpdateOwnContactInput, { description: 'How you can be reached.' }) input: UpdateOwnContactInput, @Ctx() ctx: Context): Promise<Person> {
    return updateOwnContact(ctx, input);
  }

  @Authorized()
  @Mutation(() => Boolean, { description: 'End one of your own sessions.' })
  async endSession(@Arg('id', () => ID, { description: 'The session, `session_…`.' }) id: string, @Ctx() ctx: Context): Promise<boolean> {
    await inTransaction(() => endOwnSession(ctx, id));
    return true;
  }

  @Authorized()
  @Mutation(() => Int, { description: 'End all your sessions but the one in use. Answers how many ended.' })
  endOtherSessions(@Ctx() ctx: Context): Promise<number> {
    return inTransaction(async () => {
      const endedSessions = await endSessionsOf(ctx.actor.id, ctx.actor.sessionId);
      await record(ctx, { action: 'session.endOthers', subjectType: 'Person', subjectId: ctx.actor.id, summary: { endedSessions } });
      return endedSessions;
    });
  }

  @FieldResolver(() => Boolean, { description: 'Whether it is the session in use.' })
  isCurrent(@Root() session: Session, @Ctx() ctx: Context): boolean {
    return session._id === ctx.actor.sessionId;
  }
}
