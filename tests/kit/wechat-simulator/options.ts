/** What a test or a demo may ask of the simulator: accounts, rules, faults and scripts. */

/** How WeChat pushes to the account's server: plain XML, both, or only the encrypted element. */
export type CallbackMode = 'plain' | 'compatible' | 'safe';

/** The account's own server, as filled in on the platform's "服务器配置" page. */
export interface CallbackOptions {
  readonly url: string;
  readonly token: string;
  /** 43 characters; needed by `compatible` and `safe`. */
  readonly encodingAesKey?: string;
  readonly mode: CallbackMode;
}

/** One follower at the start; more can follow later. */
export interface FollowerOptions {
  readonly openid: string;
  readonly name?: string;
}

/** Errors that the platform answers on token calls because of the account itself. */
export type AccountTrouble = 40243 | 50002 | 50004 | 50007 | 89503 | 89506 | 89507;

/** One official account. */
export interface AccountOptions {
  readonly appid: string;
  readonly secret: string;
  /** The name followers see. */
  readonly name?: string;
  /** `gh_…`, the ToUserName of pushes. */
  readonly originalId?: string;
  readonly kind?: 'subscription' | 'service' | 'sandbox';
  /** 微信认证. Without it there is no publishing, mass send, menu, users or statistics. Default true. */
  readonly verified?: boolean;
  /** Whether articles may open comments (88000 otherwise). Default true. */
  readonly comments?: boolean;
  /** Addresses that may ask for tokens; absent means every address. */
  readonly ipWhitelist?: readonly string[];
  readonly callback?: CallbackOptions;
  readonly trouble?: AccountTrouble;
  /** Template ids of the account, for template and subscribe messages. */
  readonly templates?: readonly string[];
  readonly followers?: readonly FollowerOptions[];
  /** Daily limits by path, for example `{'/cgi-bin/draft/add': 2}`. */
  readonly quotas?: Readonly<Record<string, number>>;
  /** Limits per minute by path. */
  readonly minuteQuotas?: Readonly<Record<string, number>>;
}

/** Length limits of an article; the official pages contradict each other, so each can be changed. */
export interface ArticleLimits {
  readonly title: number;
  readonly author: number;
  readonly digest: number;
  readonly content: number;
  readonly contentBytes: number;
  readonly sourceUrlBytes: number;
  readonly articles: number;
}

/** What one publish job does. The next script of the account's queue is taken at submit. */
export interface PublishScript {
  /** 0 published, 2 original-check failed, 3 ordinary failure, 4 refused by review, `stuck` stays at 1 for ever. */
  readonly status?: 0 | 2 | 3 | 4 | 'stuck';
  readonly event?: 'once' | 'lost' | 'twice' | 'before-answer';
  /** Milliseconds on the virtual clock between submit and the result. */
  readonly delayMs?: number;
  /** 1-based positions reported as failed; all of them when absent. */
  readonly failIdx?: readonly number[];
}

/** What one mass send does; `status` is the event's word, `err(40001)` is the administrator's refusal. */
export interface MassScript {
  readonly status?: 'send success' | 'send fail' | `err(${number})`;
  readonly event?: 'once' | 'lost' | 'twice';
  readonly delayMs?: number;
}

/** What goes wrong on one call of an endpoint. */
export type Fault =
  | { readonly kind: 'errcode'; readonly errcode: number; readonly errmsg?: string }
  /** `effect: true` does the work and then answers with the status. */
  | { readonly kind: 'http'; readonly status: number; readonly effect?: boolean }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'drop-before-effect' }
  | { readonly kind: 'drop-after-effect' }
  /** Announces the whole length, sends half of it and closes the connection. */
  | { readonly kind: 'truncated' }
  /** A complete HTTP answer whose JSON stops half-way. */
  | { readonly kind: 'half-json' }
  | { readonly kind: 'text-plain' };

/** All settings of a simulator. */
export interface SimulatorOptions {
  readonly accounts: readonly AccountOptions[];
  /** 0 (default) takes a free port. */
  readonly port?: number;
  /** JSON file that keeps everything over a restart; picture bytes lie in `<stateFile>.blobs/`. */
  readonly stateFile?: string;
  /** Fixed start of the virtual clock. Time then moves by `advance` only. Absent: real time. */
  readonly startAt?: Date;
  /** Milliseconds on the virtual clock that publishing takes when no script says otherwise. Default 2000. */
  readonly publishDelayMs?: number;
  /** Real milliseconds a callback may take. Default 5000. */
  readonly callbackTimeoutMs?: number;
  /** Real milliseconds between two tries of one push. Default 0 on a fixed clock, else 5000. */
  readonly callbackSpacingMs?: number;
  readonly limits?: Partial<ArticleLimits>;
  /** `simulator` makes article addresses that open here instead of the official ones, for demonstrations. */
  readonly articleLinks?: 'official' | 'simulator';
}
