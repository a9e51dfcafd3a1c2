import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { AccountHandle } from './account-handle.js';
import { answerApi } from './api-server.js';
import { answerControl } from './control.js';
import { nextDueAt, runDueJobs } from './due-jobs.js';
import type { Gate } from './fault-queue.js';
import type { Fault, SimulatorOptions } from './options.js';
import { answerPage } from './page-server.js';
import type { PushRecord } from './pusher.js';
import type { LoggedCall } from './state.js';
import { World } from './world.js';

/** Which lines of the call log to show. */
export interface CallFilter {
  readonly endpoint?: string;
  readonly appid?: string;
  readonly hasEffect?: boolean;
}

/** A running platform. */
export class WechatSimulator {
  private readonly stopped = new AbortController();
  private timer?: NodeJS.Timeout;
  private server?: Server;

  constructor(private readonly world: World) {}

  get url(): string {
    return this.world.origin;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** The appids, in the order given. */
  get appids(): readonly string[] {
    return this.world.accounts.map(({ appid }) => appid);
  }

  /** Throws on an appid that was not registered. */
  account(appid: string): AccountHandle {
    const account = this.world.account(appid);
    if (!account) throw new Error(`the simulator has no account ${appid}`);
    return new AccountHandle(this.world, account);
  }

  now(): Date {
    return new Date(this.world.clock.now());
  }

  /** Moves the virtual clock, stopping at each job that becomes due, and waits until all pushes are done. */
  async advance(ms: number): Promise<void> {
    const target = this.world.clock.now() + ms;
    for (let due = nextDueAt(this.world); due !== undefined && due <= target; due = nextDueAt(this.world)) {
      this.world.clock.advance(Math.max(0, due - this.world.clock.now()));
      runDueJobs(this.world);
      await this.settled();
    }
    this.world.clock.advance(Math.max(0, target - this.world.clock.now()));
    this.world.save();
    this.plan();
  }

  /** Resolves when no push is under way. */
  async settled(): Promise<void> {
    await this.world.pusher.settled();
  }

  /** Lets the next `times` calls of a path go wrong; `appid` limits it to one account. */
  fault(path: string, fault: Fault, { times = 1, appid }: { readonly times?: number; readonly appid?: string } = {}): void {
    this.world.faults.add(path, fault, times, appid);
  }

  /** Forgets the faults that still wait. */
  clearFaults(): void {
    this.world.faults.clear();
  }

  /** Holds the next answer of a path back after its effect, until the gate is released. */
  hold(path: string): Gate {
    return this.world.faults.hold(path);
  }

  /** The call log, oldest first: what was asked, what happened, what the caller saw. */
  calls(filter: CallFilter = {}): readonly LoggedCall[] {
    return structuredClone(this.world.state.calls.filter((call) =>
      (filter.endpoint === undefined || call.endpoint === filter.endpoint)
      && (filter.appid === undefined || call.appid === filter.appid)
      && (filter.hasEffect === undefined || call.hasEffect === filter.hasEffect)));
  }

  /** Every push with its tries, oldest first. Lives in memory. */
  pushes(): readonly PushRecord[] {
    return structuredClone(this.world.pusher.records);
  }

  /** Saves, breaks off what is under way and closes. */
  async stop(): Promise<void> {
    this.stopped.abort();
    clearTimeout(this.timer);
    this.world.faults.clear();
    await this.world.pusher.stop();
    this.world.save();
    this.server?.closeAllConnections();
    await new Promise<void>((done) => { if (this.server) this.server.close(() => done()); else done(); });
  }

  /** Listens on 127.0.0.1. */
  async start(): Promise<void> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch((error: unknown) => {
        if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
        response.end(String(error));
      });
    });
    this.server = server;
    await new Promise<void>((done, fail) => {
      server.once('error', fail);
      server.listen(this.world.options.port ?? 0, '127.0.0.1', () => done());
    });
    this.world.origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    this.plan();
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    runDueJobs(this.world);
    const url = new URL(request.url ?? '/', this.url);
    if (/^\/(cgi-bin|datacube|wxaapi)\//.test(url.pathname)) await answerApi(this.world, request, response, url, this.stopped.signal);
    else if (url.pathname.startsWith('/_control/')) await answerControl(this, request, response, url);
    else await answerPage(this, this.world, request, response, url);
    this.plan();
  }

  /** In real time, wakes up when the next job is due. A fixed clock waits for `advance`. */
  private plan(): void {
    clearTimeout(this.timer);
    const due = nextDueAt(this.world);
    if (this.world.clock.isFixed || due === undefined || this.stopped.signal.aborted) return;
    this.timer = setTimeout(() => {
      runDueJobs(this.world);
      this.plan();
    }, Math.min(Math.max(0, due - this.world.clock.now()), 60_000));
    this.timer.unref();
  }
}

/** Starts a platform; rejects when the port is taken or the state file is broken. */
export async function startWechatSimulator(options: SimulatorOptions): Promise<WechatSimulator> {
  const simulator = new WechatSimulator(new World(options));
  await simulator.start();
  return simulator;
}
