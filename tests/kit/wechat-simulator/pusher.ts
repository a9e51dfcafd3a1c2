import { randomBytes, randomInt } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { CallbackOptions } from './options.js';
import type { XmlTree } from './push-xml.js';
import { encryptMessage, signParts } from './push-crypto.js';
import { writeXml } from './push-xml.js';

/** Spoils a push on purpose, to test the receiver. */
export type Tamper = 'signature' | 'msg-signature' | 'appid' | 'stale';

/** One try of a push as it went. */
export interface PushTry {
  readonly status: number;
  /** `connection` covers refusals, resets and time-outs. */
  readonly problem?: 'connection' | 'http' | 'body';
  readonly body: string;
}

/** One push with all its tries. */
export interface PushRecord {
  readonly at: string;
  readonly appid: string;
  /** The event's name, or the message type. */
  readonly what: string;
  readonly tries: PushTry[];
  outcome: 'pending' | 'accepted' | 'given up';
}

/** To whom a push goes. */
export interface PushTarget {
  readonly appid: string;
  readonly originalId: string;
  readonly callback: CallbackOptions;
}

interface Timing {
  readonly timeoutMs: number;
  readonly spacingMs: number;
  readonly now: () => number;
}

const tries = 3;

interface Envelope {
  readonly url: string;
  readonly body: string;
}

/** Builds the signed address and body of one push in the account's mode. */
export function sealPush(target: PushTarget, tree: XmlTree, seconds: number, tamper?: Tamper): Envelope {
  const { callback } = target;
  const timestamp = String(tamper === 'stale' ? seconds - 86_400 : seconds);
  const nonce = String(randomInt(1_000_000_000));
  const query = new URLSearchParams({
    signature: tamper === 'signature' ? '0'.repeat(40) : signParts(callback.token, timestamp, nonce),
    timestamp, nonce, openid: String(tree['FromUserName'] ?? ''),
  });
  const body = sealBody(target, tree, (encrypted) => {
    query.set('encrypt_type', 'aes');
    query.set('msg_signature', tamper === 'msg-signature' ? '0'.repeat(40) : signParts(callback.token, timestamp, nonce, encrypted));
  }, tamper);
  return { url: `${callback.url}${callback.url.includes('?') ? '&' : '?'}${query.toString()}`, body };
}

function sealBody(target: PushTarget, tree: XmlTree, sealed: (encrypted: string) => void, tamper?: Tamper): string {
  const { mode, encodingAesKey } = target.callback;
  if (mode === 'plain') return writeXml(tree);
  if (!encodingAesKey) throw new Error(`account ${target.appid}: mode ${mode} needs an encodingAesKey`);
  const appid = tamper === 'appid' ? 'wx0000000000000000' : target.appid;
  const Encrypt = encryptMessage(encodingAesKey, appid, writeXml(tree), randomBytes(16));
  sealed(Encrypt);
  return writeXml(mode === 'compatible' ? { ...tree, Encrypt } : { ToUserName: target.originalId, Encrypt });
}

/** Sends pushes: three tries, five seconds each, and a record of all of them. */
export class Pusher {
  readonly records: PushRecord[] = [];
  private readonly inFlight = new Set<Promise<unknown>>();
  private readonly stopping = new AbortController();

  constructor(private readonly timing: Timing) {}

  /**
   * Pushes one tree. `isAnswer` decides whether an answer's body satisfies the platform (events want `success` or nothing).
   * Resolves with the accepted body, or undefined after three failures; never rejects.
   */
  push(target: PushTarget, tree: XmlTree, isAnswer: (body: string) => boolean, tamper?: Tamper): Promise<string | undefined> {
    const what = String(tree['Event'] ?? tree['MsgType'] ?? '');
    const record: PushRecord = { at: new Date(this.timing.now()).toISOString(), appid: target.appid, what, tries: [], outcome: 'pending' };
    this.records.push(record);
    return this.track(this.attempt(target, tree, isAnswer, record, tamper));
  }

  /** Lets `settled` wait for work that pushes several times. */
  track<T>(work: Promise<T>): Promise<T> {
    this.inFlight.add(work);
    void work.finally(() => this.inFlight.delete(work));
    return work;
  }

  /** Resolves when no push is under way. */
  async settled(): Promise<void> {
    while (this.inFlight.size > 0) await Promise.all(this.inFlight);
  }

  /** Breaks off what is under way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.settled();
  }

  private async attempt(
    target: PushTarget, tree: XmlTree, isAnswer: (body: string) => boolean, record: PushRecord, tamper?: Tamper,
  ): Promise<string | undefined> {
    for (let round = 1; round <= tries && !this.stopping.signal.aborted; round += 1) {
      const { url, body } = sealPush(target, tree, Math.floor(this.timing.now() / 1000), tamper);
      const answer = await this.post(url, body);
      const problem = answer.problem ?? (isAnswer(answer.body) ? undefined : 'body');
      record.tries.push({ ...answer, body: answer.body.slice(0, 500), problem });
      if (!problem) {
        record.outcome = 'accepted';
        return answer.body;
      }
      if (round < tries) await wait(this.timing.spacingMs, undefined, { signal: this.stopping.signal, ref: false }).catch(() => undefined);
    }
    record.outcome = 'given up';
    return undefined;
  }

  private async post(url: string, body: string): Promise<PushTry> {
    const signal = AbortSignal.any([this.stopping.signal, AbortSignal.timeout(this.timing.timeoutMs)]);
    try {
      const answer = await fetch(url, { method: 'POST', headers: { 'content-type': 'text/xml' }, body, signal, redirect: 'manual' });
      const text = await answer.text();
      return answer.status === 200 ? { status: 200, body: text } : { status: answer.status, problem: 'http', body: text };
    } catch (error) {
      return { status: 0, problem: 'connection', body: String(error) };
    }
  }

  /** The "提交" button of the platform's settings page: asks the server to echo a string. Says what went wrong, or nothing. */
  async verify(target: PushTarget): Promise<string | undefined> {
    const timestamp = String(Math.floor(this.timing.now() / 1000));
    const nonce = String(randomInt(1_000_000_000));
    const echostr = String(randomInt(1_000_000_000_000));
    const signature = signParts(target.callback.token, timestamp, nonce);
    const query = new URLSearchParams({ signature, timestamp, nonce, echostr });
    try {
      const answer = await fetch(`${target.callback.url}${target.callback.url.includes('?') ? '&' : '?'}${query.toString()}`, {
        signal: AbortSignal.timeout(this.timing.timeoutMs), redirect: 'manual',
      });
      const body = await answer.text();
      if (answer.status !== 200) return `the server answered ${answer.status}`;
      return body === echostr ? undefined : 'the echostr did not come back verbatim';
    } catch (error) {
      return `no answer: ${String(error)}`;
    }
  }
}
