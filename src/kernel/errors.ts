/** What a catalogue entry says. `{name}` places are filled from the error's params. */
export interface ErrorEntry {
  readonly status: number;
  readonly zh: string;
  readonly en: string;
}

export type ErrorParams = Readonly<Record<string, string | number>>;
export type Language = 'zh' | 'en';

const entries = new Map<string, ErrorEntry>();

/** Every error the product may answer, by code. The source of `schema/errors.json`. */
export const errorCatalogue = (): ReadonlyMap<string, ErrorEntry> => entries;

/** An error meant for the person who asked: a stable code, a sentence in two languages that says what to do next, and public details. */
export class DomainError extends Error {
  constructor(
    readonly code: string,
    readonly params: ErrorParams = {},
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(sentence(code, 'en', params));
    this.name = code;
  }

  /** HTTP's word for this error, for routes outside GraphQL. */
  get status(): number {
    return entries.get(this.code)?.status ?? 500;
  }

  /** The sentence to show, in the reader's language. */
  sentence(language: Language): string {
    return sentence(this.code, language, this.params);
  }
}

function sentence(code: string, language: Language, params: ErrorParams): string {
  const template = entries.get(code)?.[language] ?? code;
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(params[name] ?? ''));
}

export type DomainErrorClass = new (params?: ErrorParams, details?: Readonly<Record<string, unknown>>) => DomainError;

/** Enters an error in the catalogue and returns its class. A code is defined once. */
export function defineError(code: string, entry: ErrorEntry): DomainErrorClass {
  if (entries.has(code)) throw new Error(`error code ${code} is defined twice`);
  entries.set(code, entry);
  return class extends DomainError {
    constructor(params: ErrorParams = {}, details: Readonly<Record<string, unknown>> = {}) {
      super(code, params, details);
    }
  };
}

export const InvalidIdError = defineError('INVALID_ID', {
  status: 400,
  zh: '「{id}」不是有效的编号（应为 {expected}）。请从列表或链接中重新取得编号。',
  en: '"{id}" is not a valid id (expected {expected}). Take the id anew from a list or a link.',
});

const AnyInputError = defineError('INVALID_INPUT', {
  status: 400,
  zh: '{field}：{reason}。请修改后重试，其余内容已保留。',
  en: '{field}: {reason}. Correct it and try again; nothing else is lost.',
});

/** Something that was given cannot be taken. Its reason is written in both languages, `中文 (English)`; a sentence has the half of its reader. */
export class InvalidInputError extends AnyInputError {
  override sentence(language: Language): string {
    const { reason } = this.params;
    return sentence(this.code, language, typeof reason === 'string' ? { ...this.params, reason: halfOf(reason, language) } : this.params);
  }
}

/** All of it where it is written otherwise. */
function halfOf(reason: string, language: Language): string {
  const [, zh, en] = /^(.*\p{Script=Han}.*?) \(([^\p{Script=Han}]+)\)$/u.exec(reason) ?? [];
  return (language === 'zh' ? zh : en) ?? reason;
}

export const UnauthenticatedError = defineError('UNAUTHENTICATED', {
  status: 401,
  zh: '尚未登录，或登录已过期。请重新登录，未保存的内容仍在本页。',
  en: 'You are not signed in, or your session has expired. Sign in again; unsaved work stays on the page.',
});

export const ForbiddenError = defineError('FORBIDDEN', {
  status: 403,
  zh: '您没有「{permission}」权限。请联系管理员开通。',
  en: 'You lack the permission "{permission}". Ask an administrator for it.',
});

export const NotFoundError = defineError('NOT_FOUND', {
  status: 404,
  zh: '找不到「{id}」：它可能不存在，或您无权查看。请核对编号，或联系管理员。',
  en: '"{id}" was not found: it may not exist, or you may not see it. Check the id or ask an administrator.',
});

export const TooManyRequestsError = defineError('TOO_MANY_REQUESTS', {
  status: 429,
  zh: '操作过于频繁。请在 {seconds} 秒后重试。',
  en: 'Too many requests. Try again in {seconds} seconds.',
});

export const InternalError = defineError('INTERNAL', {
  status: 500,
  zh: '系统出现错误，您的内容未受影响。请稍后重试；如仍出现，请把请求编号 {requestId} 告知管理员。',
  en: 'Something went wrong on our side; your content is unharmed. Try again later; if it persists, give an administrator the request id {requestId}.',
});

export const UnavailableError = defineError('UNAVAILABLE', {
  status: 503,
  zh: '服务暂时不可用（{reason}）。请稍后重试。',
  en: 'The service is unavailable for the moment ({reason}). Try again shortly.',
});
