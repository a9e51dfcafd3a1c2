import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { freePort } from '../../launch/port.mjs';
import { findMongod } from '../../mongo/find-mongod.mjs';
import { replicaSetName, startMongod, type Place, type RunningMongod } from '../../mongo/mongod-process.mjs';

/** Three mongods on this machine, one of them the primary. */
export interface ReplicaSet {
  readonly uri: string;
  /** SIGKILLs the primary, by its pid, and starts it again a little later. */
  killPrimary(): Promise<void>;
  stop(): Promise<void>;
}

interface Member {
  readonly place: Place;
  running: RunningMongod;
}

/** For how long a killed member stays away, in milliseconds. */
const awayMs = 3000;

/** Milliseconds for which a primary is silent before another is elected: short where primaries are killed; else MongoDB's own, since a busy machine makes them silent, too. */
const electionMs = { killed: 2000, left: 10_000 } as const;

/** Starts a replica set of three on a folder, whose primaries are to be killed or left alone. */
export async function startReplicaSet(folder: string, primaries: keyof typeof electionMs): Promise<ReplicaSet> {
  const { path: program } = await findMongod({ say: () => undefined });
  const members: Member[] = [];
  while (members.length < 3) members.push(await startMember(program, join(folder, `db${members.length}`)));
  const hosts = members.map(({ place }) => `127.0.0.1:${place.port}`);
  await initiate(hosts);
  const uri = `mongodb://${hosts.join(',')}/drill?replicaSet=${replicaSetName}`;
  if (primaries === 'left') await waitForElections(uri, electionMs.left);
  return {
    uri,
    async killPrimary() {
      const member = members[hosts.indexOf(await primaryOf(uri))];
      if (!member) throw new Error('the replica set has no primary to kill');
      process.kill(member.running.pid, 'SIGKILL');
      await member.running.ended;
      await pause(awayMs);
      member.running = await startMongod(program, member.place);
    },
    async stop() {
      await Promise.all(members.map(({ running }) => running.stop()));
    },
  };
}

async function startMember(program: string, dbPath: string): Promise<Member> {
  await mkdir(dbPath, { recursive: true });
  const place = { dbPath, logFile: `${dbPath}.log`, port: await freePort(), cacheGB: 0.25 };
  return { place, running: await startMongod(program, place) };
}

async function initiate(hosts: readonly string[]): Promise<void> {
  const client = new mongoose.mongo.MongoClient(`mongodb://${hosts[0]!}/?directConnection=true`);
  try {
    const admin = client.db('admin');
    await admin.command({ replSetInitiate: { _id: replicaSetName, settings: { electionTimeoutMillis: electionMs.killed }, members: hosts.map((host, _id) => ({ _id, host })) } });
    // Whoever starts the set is not always who is elected.
    while (!(await admin.command({ hello: 1 })).primary) await pause(50);
  } finally {
    await client.close();
  }
}

/** Has the members wait so long for a silent primary. The first election was quick, and its configuration must have reached most of them. */
async function waitForElections(uri: string, electionTimeoutMillis: number): Promise<void> {
  const client = new mongoose.mongo.MongoClient(uri);
  try {
    const admin = client.db('admin');
    for (const end = Date.now() + 120_000; ; await pause(100)) {
      const { config } = await admin.command({ replSetGetConfig: 1 });
      const changed = { ...config, version: config.version + 1, settings: { ...config.settings, electionTimeoutMillis } };
      if (await admin.command({ replSetReconfig: changed }).then(() => true, (error: Error) => { if (Date.now() > end) throw error; return false; })) return;
    }
  } finally {
    await client.close();
  }
}

async function primaryOf(uri: string): Promise<string> {
  const client = new mongoose.mongo.MongoClient(uri, { serverSelectionTimeoutMS: 20_000 });
  try {
    return String((await client.db('admin').command({ hello: 1 })).primary);
  } finally {
    await client.close();
  }
}
