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

/** Starts a replica set of three on a folder; a new primary is elected two seconds after the old one fell silent. */
export async function startReplicaSet(folder: string): Promise<ReplicaSet> {
  const { path: program } = await findMongod({ say: () => undefined });
  const members: Member[] = [];
  while (members.length < 3) members.push(await startMember(program, join(folder, `db${members.length}`)));
  const hosts = members.map(({ place }) => `127.0.0.1:${place.port}`);
  await initiate(hosts);
  const uri = `mongodb://${hosts.join(',')}/drill?replicaSet=${replicaSetName}`;
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
    await admin.command({ replSetInitiate: { _id: replicaSetName, settings: { electionTimeoutMillis: 2000 }, members: hosts.map((host, _id) => ({ _id, host })) } });
    while (!(await admin.command({ hello: 1 })).isWritablePrimary) await pause(50);
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
