import { setTimeout as pause } from 'node:timers/promises';
import mongoose from 'mongoose';
import { StopError } from '../launch/stop-error.mjs';
import { replicaSetName } from './mongod-process.mjs';
import { objectionTo, parseVersion } from './versions.mjs';

const { MongoClient } = mongoose.mongo;

/** The address of an embedded database. @param {number} port @param {string} name */
export const uriOf = (port, name = 'yici') => `mongodb://127.0.0.1:${port}/${name}?replicaSet=${replicaSetName}`;

/**
 * Makes the one node a primary, whatever port it had before. Returns the feature compatibility version of its data, such as "8.2".
 * @param {number} port
 * @returns {Promise<string>}
 */
export async function becomePrimary(port) {
  const client = directClient(port);
  try {
    const admin = client.db('admin');
    await configure(admin, `127.0.0.1:${port}`);
    await untilPrimary(admin);
    const answer = await admin.command({ getParameter: 1, featureCompatibilityVersion: 1 });
    return answer.featureCompatibilityVersion.version;
  } finally {
    await client.close();
  }
}

/** @param {number} port */
const directClient = (port) => new MongoClient(`mongodb://127.0.0.1:${port}/?directConnection=true`, { serverSelectionTimeoutMS: 30_000 });

/** Gives the one member of the stored set the address of this port; mongod must run outside the set (MongoDB manual, "Change Hostnames"). @param {number} port */
export async function rewriteHost(port) {
  const client = directClient(port);
  try {
    await client.db('local').collection('system.replset').updateOne({}, { $set: { 'members.0.host': `127.0.0.1:${port}` } });
  } finally {
    await client.close();
  }
}

/** @param {import('mongoose').mongo.Db} admin @param {string} host */
async function configure(admin, host) {
  const stored = await storedConfig(admin);
  if (!stored) {
    await admin.command({ replSetInitiate: { _id: replicaSetName, members: [{ _id: 0, host }] } });
  } else if (stored.members[0].host !== host) {
    await admin.command({ replSetReconfig: { ...stored, version: stored.version + 1, members: [{ ...stored.members[0], host }] }, force: true });
  }
}

const notYetInitialized = 94;

/** @param {import('mongoose').mongo.Db} admin */
async function storedConfig(admin) {
  try {
    return (await admin.command({ replSetGetConfig: 1 })).config;
  } catch (error) {
    if (/** @type {{ code?: number }} */ (error).code === notYetInitialized) return undefined;
    throw error;
  }
}

/** @param {import('mongoose').mongo.Db} admin */
async function untilPrimary(admin) {
  const end = Date.now() + 60_000;
  while (!(await admin.command({ hello: 1 })).isWritablePrimary) {
    if (Date.now() > end) throw new Error('it did not become the primary of its replica set within 60 s; its log says why');
    await pause(20);
  }
}

/**
 * Throws in words when the server of MONGODB_URI cannot carry the product: unreachable, too old, or no replica set.
 * @param {string} uri
 * @returns {Promise<string>} its hosts and version, without name or password
 */
export async function describeServer(uri) {
  const client = clientOf(uri);
  try {
    await client.connect();
    const hello = await client.db('admin').command({ hello: 1 });
    const { version } = await client.db('admin').command({ buildInfo: 1 });
    if (!hello.setName && hello.msg !== 'isdbgrid') throw new StopError('The MongoDB of MONGODB_URI is a single server; Yici needs a replica set (one node is enough: start it with --replSet and run rs.initiate() once).');
    const objection = objectionTo(parseVersion(version), undefined);
    if (objection) throw new StopError(`The MongoDB of MONGODB_URI cannot be used: ${objection}.`);
    return `${client.options.hosts.join(',') || 'named by DNS'}, version ${version}`;
  } catch (error) {
    if (error instanceof StopError) throw error;
    throw new StopError(`The MongoDB of MONGODB_URI does not answer: ${error instanceof Error ? error.message : error}. Check the address, the password and that the server runs.`);
  } finally {
    await client.close();
  }
}

/** @param {string} uri */
function clientOf(uri) {
  try {
    return new MongoClient(uri, /serverSelectionTimeoutMS=/i.test(uri) ? {} : { serverSelectionTimeoutMS: 10_000 });
  } catch (error) {
    throw new StopError(`MONGODB_URI is not an address of MongoDB: ${error instanceof Error ? error.message : error}. It looks like mongodb://db:27017/yici?replicaSet=rs0`);
  }
}
