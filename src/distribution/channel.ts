/**
 * The plugin contract. A channel is a kind of outlet (rss, wechat, partner-media); a destination is one outlet of that kind.
 * A plugin imports this file and npm packages, nothing else of the product.
 */
import type { Socket } from 'node:net';
import type { Static, TSchema } from 'typebox';

/** What is done to a content at a destination. */
export const actions = ['publish', 'correct', 'retract'] as const;
export type Action = (typeof actions)[number];

/** A node of the structured body: ProseMirror JSON, already valid against the content schema. */
export interface BodyNode {
  readonly type: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly content?: readonly BodyNode[];
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly text?: string;
}

/** One picture, video or file of a publication. `url` is absolute and public; sizes are bytes and pixels, durations seconds. */
export interface PublicationMedia {
  readonly id: string;
  readonly kind: 'image' | 'video' | 'file';
  readonly alt: string;
  readonly url: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly width?: number;
  readonly height?: number;
  readonly duration?: number;
  /** Of a video: the address of a still, a JPEG. */
  readonly poster?: string;
  /** Of a picture: forms of it at addresses of their own. */
  readonly renditions?: readonly PictureRendition[];
  readonly credit?: string;
}

/** A picture cut and encoded for a use, a JPEG at an absolute, public address; sizes in pixels. */
export interface PictureRendition {
  readonly preset: PicturePreset;
  readonly url: string;
  readonly width: number;
  readonly height: number;
}

/** A named thing with a stable address: a topic, a unit. */
export interface PublicationTerm {
  readonly id: string;
  readonly name: string;
}

/** One approved revision, frozen. Media are named in `body` by `attrs.assetId`; the host hands out their bytes. */
export interface Publication {
  readonly contentId: string;
  /** 1 for the first publication of this content, one more with each correction or retraction. */
  readonly version: number;
  readonly kind: string;
  readonly title: string;
  readonly shortTitle?: string;
  readonly summary: string;
  /** The sanitised rendering of `body`; picture addresses are absolute. */
  readonly html: string;
  readonly body: BodyNode;
  /** The content's permanent address on the city's site. */
  readonly url: string;
  readonly language: 'zh-CN';
  readonly author?: string;
  readonly source?: string;
  readonly isOriginal: boolean;
  readonly unit?: PublicationTerm;
  readonly topics: readonly PublicationTerm[];
  readonly tags: readonly string[];
  readonly place?: string;
  /** 1 (routine) to 5 (highest). */
  readonly importance: number;
  readonly coverId?: string;
  readonly media: readonly PublicationMedia[];
  /** Fields of this kind only, in reading order, already worded for people (a case's problem, measure, effect). */
  readonly details: readonly { readonly name: string; readonly label: string; readonly text: string }[];
  readonly occurredAt?: Date;
  readonly firstPublishedAt: Date;
  readonly publishedAt: Date;
  /** Receivers may not run it before this time. */
  readonly embargoedUntil?: Date;
  /** The IANA zone the embargo was given in, for showing it: present with it. */
  readonly embargoTimeZone?: string;
  /** Why this version exists: the editor's words, present on a correction or a retraction. */
  readonly note?: string;
  /** A bundle: these publications in one delivery, in this order. Its other fields are those of the first. */
  readonly parts?: readonly Publication[];
}

/** One outlet: a feed, an account, an endpoint. `settings` are valid against the channel's schema, secrets decrypted. */
export interface Destination<S = unknown> {
  readonly id: string;
  readonly name: string;
  /** Short name in addresses, unique over all destinations: `/feeds/<slug>.rss`. */
  readonly slug: string;
  readonly settings: S;
}

/** The exact bytes that go out; frozen when the delivery is planned. */
export interface Payload {
  readonly contentType: string;
  readonly body: string;
}

/**
 * What this destination last confirmed of the same content, so that a correction can name what it replaces. When it confirmed
 * nothing, but an attempt may have arrived or left marks, these traces with `isUncertain`. A correction without a standing is the
 * first version this destination gets: treat it as a publication.
 */
export interface Standing {
  readonly version: number;
  readonly isUncertain?: boolean;
  readonly remoteId?: string;
  readonly url?: string;
  readonly marks: Readonly<Record<string, string>>;
}

/** One action on one destination. `id` is equal on every attempt, so receivers can drop repeats. */
export interface Delivery<S = unknown> {
  readonly id: string;
  readonly action: Action;
  readonly publication: Publication;
  readonly destination: Destination<S>;
  readonly payload: Payload;
  /** 1 on the first attempt. */
  readonly attempt: number;
  /** When the ledger row was settled, for rows that `Host.delivered` returns. */
  readonly settledAt?: Date;
  readonly last?: Receipt;
  readonly standing?: Standing;
  /** What `Host.mark` kept during earlier attempts of this delivery. */
  readonly marks: Readonly<Record<string, string>>;
}

/** What became of one part of a bundle. `marks` are what its own corrections and retractions will find in `Standing.marks`, beside the bundle's. */
export interface DeliveredPart {
  readonly url?: string;
  readonly marks?: Readonly<Record<string, string>>;
}

/** What the outside answered. Returned, never thrown; a throw is a bug and is filed as `unknown`. */
export type Receipt =
  | { readonly outcome: 'delivered'; readonly url?: string; readonly remoteId?: string; readonly message?: string; readonly parts?: readonly DeliveredPart[] }
  /** They work on it: `confirm()` is called at `askAgainAt`. */
  | { readonly outcome: 'accepted'; readonly remoteId: string; readonly askAgainAt: Date; readonly message?: string }
  /** Nothing happened there: safe to retry. `retryAt` is the receiver's wish (Retry-After); with `isForAll` it is meant for all that goes there (429). With `isWaiting` nothing went wrong: until then it must wait, which counts as no try. */
  | { readonly outcome: 'failed'; readonly message: string; readonly retryAt?: Date; readonly isForAll?: boolean; readonly isWaiting?: boolean }
  /** They said no: a person must act. `deactivate` closes the destination (410 Gone). */
  | { readonly outcome: 'refused'; readonly message: string; readonly code?: string; readonly deactivate?: boolean }
  /** May have happened: never resent blindly; `confirm()` may clear it up. */
  | { readonly outcome: 'unknown'; readonly message: string; readonly askAgainAt?: Date };

/** How many people a mass send reached, as the outlet counts. */
export interface MassCounts {
  readonly total?: number;
  readonly sent: number;
  readonly failed?: number;
}

/** What became of a mass send. */
export type MassReceipt = Exclude<Receipt, { outcome: 'delivered' }> | (Extract<Receipt, { outcome: 'delivered' }> & { readonly counts?: MassCounts });

/** Whom a mass send goes to: every follower, or those who carry one of the outlet's own tags. */
export interface Audience {
  readonly tagId?: string;
}

/** One approved send to followers: one version of a content, one audience. */
export interface MassSend<S = unknown> {
  readonly id: string;
  /** 32 hexadecimal digits, the same for the same version and audience: by it the outlet knows a repeat. */
  readonly key: string;
  readonly audience: Audience;
  readonly publication: Publication;
  readonly destination: Destination<S>;
  /** What `render` made of the publication when the send was requested: what was approved. */
  readonly payload: Payload;
  readonly last?: MassReceipt;
  /** How the same content stands at this destination by ordinary delivery. */
  readonly standing?: Standing;
  /** What `Host.mark` kept during earlier attempts. */
  readonly marks: Readonly<Record<string, string>>;
}

/** What an outlet says of sends that are left. Absent: it does not tell. */
export interface MassQuota {
  readonly limit?: number;
  readonly used?: number;
  /** The outlet's rules, one sentence each. */
  readonly rules: readonly string[];
}

/** A group of followers that can be sent to. */
export interface AudienceChoice {
  readonly tagId: string;
  readonly name: string;
  readonly size?: number;
}

/** How a channel sends to followers: rarely, with approval, and never twice. Every function answers and throws nothing. */
export interface MassSending<S = unknown> {
  quota(at: Destination<S>, host: Host): Promise<MassQuota>;
  /** The tags that can be chosen, besides everybody. */
  audiences?(at: Destination<S>, host: Host): Promise<readonly AudienceChoice[]>;
  /** Shows it to one named person. Changes nothing else that anybody sees. */
  preview?(send: MassSend<S>, to: string, host: Host): Promise<Receipt>;
  /**
   * Sends. Called again after a crash and when a person wants it: it reads from `marks` what was done, and asks the outlet a second
   * time only where the outlet itself refuses repeats of `key`.
   */
  send(send: MassSend<S>, host: Host): Promise<MassReceipt>;
  /** Looks what became of a send and changes nothing. */
  confirm(send: MassSend<S>, host: Host): Promise<MassReceipt>;
}

/** Readers of one content at this destination on one day, as the outlet counts. */
export interface ReachRow {
  readonly contentId: string;
  /** `2026-11-23`, the outlet's day. */
  readonly day: string;
  readonly readers: number;
  readonly shares?: number;
  readonly likes?: number;
  readonly comments?: number;
  readonly favourites?: number;
}

/** Figures of the last days. Rows replace earlier rows of the same content and day. */
export interface ReachReport {
  readonly rows: readonly ReachRow[];
  /** False when the outlet has not counted everything yet: asked again in an hour. */
  readonly isComplete: boolean;
  /** Why there is nothing, for the operator. */
  readonly problem?: string;
}

/** What an operation did. `data` is shown to the operator as it is. */
export type OperationResult =
  | { readonly outcome: 'done'; readonly message: string; readonly data?: Readonly<Record<string, unknown>> }
  /** The input or the outlet said no: nothing was changed. */
  | { readonly outcome: 'refused'; readonly message: string; readonly code?: string }
  /** It may have been done. Doing it again is harmless: operations are repeatable. */
  | { readonly outcome: 'unknown'; readonly message: string };

/** Something an administrator does at an outlet besides deliveries, such as its menu. Repeatable; answers and throws nothing. */
export interface Operation<S = unknown> {
  readonly name: { readonly zh: string; readonly en: string };
  readonly description: string;
  /** JSON Schema that draws the form; `examples` holds at least one valid example. Input is valid against it. */
  readonly input: TSchema;
  /** What the form starts from: how it is at the outlet now. Undefined where there is nothing yet. */
  current?(at: Destination<S>, host: Host): Promise<Readonly<Record<string, unknown>> | undefined>;
  run(input: unknown, at: Destination<S>, host: Host): Promise<OperationResult>;
}

/** A published content that answers a question. */
export interface FoundContent {
  readonly contentId: string;
  readonly title: string;
  readonly summary: string;
  /** Where it can be read: at this destination when it ran here, else on the city's site. */
  readonly url: string;
  readonly coverUrl?: string;
  readonly publishedAt: Date;
}

/** A place in the rows of `Host.delivered`: all that were settled before a time, or, with a content of that very instant, behind it. */
export interface DeliveredBefore {
  readonly settledAt: Date;
  readonly contentId?: string;
}

/** A value that all processes share until a time. */
export interface Remembered {
  readonly value: string;
  readonly until: Date;
}

/** Uses that the newsroom cuts pictures for, by focal point or an editor's own crop: shared links 1.91:1, WeChat's cover 2.35:1 and 1:1, its body below 1 MB; the others uncut, `partner` large, `credited` with its credit. */
export type PicturePreset = 'share' | 'wechatCover' | 'wechatSquare' | 'wechatBody' | 'feed' | 'partner' | 'credited';

/** All a plugin may touch of the outside world and of the product. */
export interface Host {
  /** Times out, follows no redirects and refuses private addresses unless the destination's host is allowlisted. Rejects like `fetch`. */
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  readonly signal: AbortSignal;
  /** A connection for protocols other than HTTP, under the rules of `fetch`. `tls` speaks TLS from the first byte. Rejects like a socket. */
  readonly connect?: (host: string, port: number, options?: { readonly tls?: boolean }) => Promise<Socket>;
  /** The product's own WebSub hub, which pushes every pull destination that names it (Link: rel="hub" and rel="self") to its subscribers. */
  readonly hub?: string;
  /** The original bytes of a publication's picture, video or file; with `preset`, its picture cut and encoded for that use, as JPEG. Rejects where that is no picture. */
  media(id: string, preset?: PicturePreset): Promise<Blob>;
  /**
   * The ledger's rows that stand at this destination, one per content (its latest version; while that is under embargo, the one
   * shown before it), newest first; with `before`, those behind it. Two queries at most.
   */
  delivered(limit: number, before?: DeliveredBefore): Promise<Delivery[]>;
  /**
   * The value kept for this destination under `key`, made by `make` when absent or expired. Encrypted at rest, shared by all
   * processes; only one of them makes it at a time.
   */
  remember(key: string, make: () => Promise<Remembered>): Promise<string>;
  /** Drops what is remembered, so that the next `remember` makes it anew. With `value`, only if that is still the value kept. */
  forget(key: string, value?: string): Promise<void>;
  /** Keeps a durable note on the delivery before or after an irrevocable step. Readable as `Delivery.marks` on later attempts. */
  mark(key: string, value: string): Promise<void>;
  /** Settles, from outside news (a callback), the delivery of this destination that carries `remoteId`. Unknown ids are kept until their delivery is. */
  report(remoteId: string, receipt: Receipt): Promise<void>;
  /** The same for the mass send that carries `remoteId`. */
  reportMassSend?(remoteId: string, receipt: MassReceipt): Promise<void>;
  /** What readers may see and best answers a sentence, best first, `limit` at most. Absent where there is nothing to search. */
  search?(query: string, limit: number): Promise<FoundContent[]>;
}

/** A plugin. `T` describes the settings of one destination. */
export interface Channel<T extends TSchema = TSchema> {
  /** Kebab-case, in addresses and in the ledger. */
  readonly id: string;
  /** The channel's name for people. */
  readonly name: { readonly zh: string; readonly en: string };
  /** What it can do; a planned action that is not here becomes a task for a person. */
  readonly actions: readonly Action[];
  /** JSON Schema that draws the admin form; `writeOnly` properties are secrets; `examples` holds at least one valid example. */
  readonly settings: T;
  /** True where delivering means only that the row is in the ledger (feeds): settled at once, served by `serve`. */
  readonly isPull?: boolean;
  /**
   * True when `deliver` may be called again after an attempt whose end nobody knows: receivers drop repeats by id, or `deliver`
   * reads from `marks` what was done. Without it such a delivery is asked about by `confirm`, or waits for a person.
   */
  readonly isRepeatable?: boolean;
  /** How many publications one delivery may bundle (`Publication.parts`). Absent: it takes no bundles. */
  readonly mostParts?: number;
  /** Pure: the same publication gives the same bytes. May throw an Error whose message tells an editor what to change. */
  render(publication: Publication, action: Action, to: Destination<Static<T>>): Payload;
  /**
   * A second step of rendering, where making the bytes takes time: what it resolves with is frozen instead of what `render` made. As pure
   * as `render`, and may reject with an Error whose message tells an editor what to change.
   */
  adapt?(payload: Payload, publication: Publication, action: Action, to: Destination<Static<T>>): Promise<Payload>;
  /** What the schema cannot say of settings that are about to be saved: one sentence per problem, no value of a secret in it. */
  checkSettings?(settings: Static<T>): readonly string[];
  deliver(delivery: Delivery<Static<T>>, host: Host): Promise<Receipt>;
  /** Asks again about a delivery that was `accepted` or `unknown`. */
  confirm?(delivery: Delivery<Static<T>>, host: Host): Promise<Receipt>;
  /** The "test connection" button: one sentence per finding, none when all is well. */
  check?(at: Destination<Static<T>>, host: Host): Promise<string[]>;
  /** Answers HTTP for one destination: feeds, callbacks. */
  serve?(request: Request, at: Destination<Static<T>>, host: Host): Promise<Response>;
  /** Sending to followers, where the outlet knows that. */
  readonly massSend?: MassSending<Static<T>>;
  /** Asked once a day: how many read what stands here. `sent` are the mass sends that arrived in the last 40 days. */
  reach?(at: Destination<Static<T>>, host: Host, sent: readonly MassSend<Static<T>>[]): Promise<ReachReport>;
  /** What an administrator may do here by a form, by name (camelCase). */
  readonly operations?: Readonly<Record<string, Operation<Static<T>>>>;
}

/** Types a channel's functions from its settings schema. */
export const defineChannel = <T extends TSchema>(channel: Channel<T>): Channel => channel as unknown as Channel;
