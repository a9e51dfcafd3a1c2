/** Everything the platform remembers: plain data, so that one JSON file can hold it. Times are milliseconds since 1970, on the virtual clock. */

/** One issued token. The token's text is derived from the app secret and `serial`, so no secret is stored. */
export interface TokenRecord {
  readonly serial: number;
  readonly family: 'plain' | 'stable';
  readonly issuedAt: number;
  readonly expiresAt: number;
  /** When a superseded or revoked token stops working. */
  diesAt?: number;
}

/** Uploaded bytes, kept apart under their own id. */
export interface Material {
  readonly mediaId: string;
  /** Library entries live until deleted, temporary ones three days. */
  readonly lifetime: 'permanent' | 'temporary';
  readonly type: 'image' | 'voice' | 'video' | 'thumb';
  readonly name: string;
  readonly contentType: string;
  readonly bytes: number;
  readonly createdAt: number;
  readonly imageId?: string;
  readonly blob: string;
  readonly title?: string;
  readonly introduction?: string;
}

/** A picture that has a mmbiz address. */
export interface Picture {
  readonly id: string;
  readonly blob: string;
  readonly contentType: string;
  readonly url: string;
}

/** One article as stored: already sanitised. */
export interface Article {
  readonly articleType: 'news' | 'newspic';
  readonly title: string;
  readonly author: string;
  readonly digest: string;
  readonly content: string;
  readonly sourceUrl: string;
  readonly thumbMediaId: string;
  readonly thumbUrl: string;
  readonly pictures: readonly { readonly mediaId: string; readonly url: string }[];
  readonly needOpenComment: 0 | 1;
  readonly onlyFansCanComment: 0 | 1;
}

/** A draft in the box. */
export interface Draft {
  readonly mediaId: string;
  articles: Article[];
  readonly createdAt: number;
  updatedAt: number;
}

/** A page of a published or mass-sent message. */
export interface Page {
  readonly article: Article;
  readonly url: string;
  /** Short name in the phone page's address. */
  readonly slug: string;
  isDeleted: boolean;
  reads: Record<string, number>;
}

/** A message readers can open, by publishing or by mass send. */
export interface Message {
  readonly articleId: string;
  readonly mid: string;
  readonly source: 'publish' | 'mass';
  readonly pages: Page[];
  readonly publishedAt: number;
  updatedAt: number;
  isBanned: boolean;
}

/** One freepublish/submit. */
export interface PublishJob {
  readonly publishId: string;
  readonly draftMediaId: string;
  /** Frozen at submit. */
  readonly articles: readonly Article[];
  readonly result: 0 | 2 | 3 | 4 | 'stuck';
  readonly event: 'once' | 'lost' | 'twice' | 'before-answer';
  readonly failIdx?: readonly number[];
  readonly submittedAt: number;
  readonly dueAt: number;
  status: 0 | 1 | 2 | 3 | 4;
  articleId?: string;
}

/** One mass send. */
export interface MassJob {
  readonly msgId: number;
  readonly msgDataId?: number;
  readonly clientMsgId: string;
  readonly msgType: string;
  readonly isToAll: boolean;
  readonly openids: readonly string[];
  readonly draftMediaId?: string;
  readonly articles: readonly Article[];
  readonly text: string;
  readonly result: string;
  readonly event: 'once' | 'lost' | 'twice';
  readonly submittedAt: number;
  readonly dueAt: number;
  status: 'SENDING' | 'SEND_SUCCESS' | 'SEND_FAIL' | 'DELETE';
  articleId?: string;
}

/** One template message on its way. */
export interface TemplateJob {
  readonly msgId: number;
  readonly openid: string;
  readonly dueAt: number;
  isDone: boolean;
}

/** A follower. `credits` is the number of custom messages still allowed until `creditsUntil`. */
export interface Follower {
  readonly openid: string;
  readonly name: string;
  isFollowing: boolean;
  subscribedAt: number;
  remark: string;
  tags: number[];
  credits: number;
  creditsUntil: number;
  /** Mass messages received, by month `2026-11`. */
  received: Record<string, number>;
}

/** One bubble in a follower's conversation with the account. */
export interface Bubble {
  readonly openid: string;
  readonly from: 'follower' | 'account' | 'notice';
  readonly at: number;
  readonly text: string;
  readonly cards?: readonly { readonly title: string; readonly digest: string; readonly url: string; readonly picture: string }[];
}

/** Use of one path: the day and minute it counts for, in Beijing time. */
export interface Usage {
  day: string;
  count: number;
  minute: number;
  minuteCount: number;
}

/** All of one account. */
export interface AccountState {
  tokens: TokenRecord[];
  forcedAt: number[];
  usage: Record<string, Usage>;
  clears: Record<string, number>;
  materials: Material[];
  pictures: Picture[];
  drafts: Draft[];
  messages: Message[];
  publishJobs: PublishJob[];
  massJobs: MassJob[];
  templateJobs: TemplateJob[];
  massSpeed: number;
  followers: Follower[];
  tags: { id: number; name: string }[];
  menu?: unknown;
  bubbles: Bubble[];
}

/** One line of the call log. Never holds a token, a secret or a body. */
export interface LoggedCall {
  readonly at: string;
  readonly appid: string;
  readonly method: string;
  readonly endpoint: string;
  /** 0 for success. */
  readonly errcode: number;
  /** Whether the platform changed anything. */
  readonly hasEffect: boolean;
  /** What the caller saw of the answer. */
  readonly answer: 'sent' | 'dropped' | 'truncated' | `http ${number}`;
  /** What it was about: a media_id, a publish_id, titles. */
  readonly subject: string;
  /** SHA-256 of the request body, absent on token calls: equal hashes are repeated requests. */
  readonly bodyHash?: string;
  readonly rid?: string;
}

/** What openapi/rid/get knows of a failed request; secrets are masked. */
export interface RequestRecord {
  readonly rid: string;
  readonly appid: string;
  readonly at: number;
  readonly costMs: number;
  readonly url: string;
  readonly body: string;
  readonly answer: string;
  readonly ip: string;
}

/** The whole memory. */
export interface State {
  readonly version: 1;
  /** Grows with every id handed out. */
  serial: number;
  /** Added to real time; survives a restart. */
  clockOffsetMs: number;
  accounts: Record<string, AccountState>;
  calls: LoggedCall[];
  requests: RequestRecord[];
}

/** The memory of an account that was just registered. */
export function emptyAccountState(): AccountState {
  return {
    tokens: [], forcedAt: [], usage: {}, clears: {}, materials: [], pictures: [], drafts: [], messages: [], publishJobs: [],
    massJobs: [], templateJobs: [], massSpeed: 0, followers: [], tags: [{ id: 2, name: '星标组' }], bubbles: [],
  };
}
