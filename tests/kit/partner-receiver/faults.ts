import type { ServerResponse } from 'node:http';

/**
 * A misbehaviour for one request. `answer` sends a status; `hang` never answers; `reset` tears the connection; `slow-body` sends
 * 200 and then one byte per `everyMs`, without end. With `takesFirst` the message is taken before that, so that the sender cannot know.
 */
export type Fault =
  | { readonly fault: 'answer'; readonly status: number; readonly headers?: Readonly<Record<string, string>>; readonly body?: string; readonly takesFirst?: boolean }
  | { readonly fault: 'hang' | 'reset'; readonly takesFirst?: boolean }
  | { readonly fault: 'slow-body'; readonly everyMs: number; readonly takesFirst?: boolean };

/** The faults that drills use most. */
export const faults = {
  serverError: { fault: 'answer', status: 500, body: 'internal error' },
  unavailable: { fault: 'answer', status: 503 },
  gone: { fault: 'answer', status: 410, body: 'we closed this endpoint' },
  redirect: { fault: 'answer', status: 302, headers: { location: 'https://elsewhere.example/hook' } },
  hang: { fault: 'hang' },
  reset: { fault: 'reset' },
  slowBody: { fault: 'slow-body', everyMs: 200, takesFirst: true },
} as const satisfies Record<string, Fault>;

/** 429 with a Retry-After in seconds or as an HTTP date. */
export const tooMany = (retryAfter: number | string): Fault => ({ fault: 'answer', status: 429, headers: { 'retry-after': String(retryAfter) } });

/** What a script is asked for: the how-manieth request this is, from 1, and of which message. */
export interface ScriptedRequest {
  readonly number: number;
  readonly webhookId: string | undefined;
}

/** A list is used up one per request, `undefined` meaning a proper answer; a function is asked every time. */
export type Script = readonly (Fault | undefined)[] | ((request: ScriptedRequest) => Fault | undefined);

/** The fault for this request, if any. */
export const faultFor = (script: Script | undefined, request: ScriptedRequest): Fault | undefined =>
  typeof script === 'function' ? script(request) : script?.[request.number - 1];

/** The status that a fault shows; 0 when the sender gets none. */
export const statusOf = (fault: Fault): number => (fault.fault === 'answer' ? fault.status : fault.fault === 'slow-body' ? 200 : 0);

/** Misbehaves. A hanging or dripping answer ends when the sender or `stop()` closes the connection. */
export function misbehave(fault: Fault, response: ServerResponse): void {
  if (fault.fault === 'reset') {
    response.socket?.resetAndDestroy();
    return;
  }
  if (fault.fault === 'answer') {
    response.writeHead(fault.status, { ...fault.headers }).end(fault.body ?? '');
    return;
  }
  if (!('everyMs' in fault)) return; // 'hang'
  response.writeHead(200, { 'content-type': 'text/plain' });
  const drip = setInterval(() => response.write('.'), fault.everyMs);
  response.on('close', () => clearInterval(drip));
}
