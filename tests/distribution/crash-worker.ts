/** A worker process to be killed: delivers what is due on a clock that runs fast, and tells its parent when nothing is left. */
import mongoose from 'mongoose';
import { deliverNext, registerChannels } from '../../src/distribution/index.js';
import { DeliveryModel } from '../../src/distribution/delivery.js';
import { createLog, createVault, loadConfig, Loop, type Services } from '../../src/kernel/index.js';
import { httpChannel } from './http-channel.js';

const { CRASH_DB, CRASH_BEGAN, CRASH_START, CRASH_SPEED } = process.env;
const config = loadConfig();
const now = (): Date => new Date(Number(CRASH_START) + (Date.now() - Number(CRASH_BEGAN)) * Number(CRASH_SPEED));
const services: Services = { config, log: createLog('silent'), vault: createVault(config.secrets), now };

registerChannels([httpChannel]);
await mongoose.connect(config.mongodbUri, { dbName: CRASH_DB, autoCreate: false, autoIndex: false });
const loop = new Loop(services, { step: deliverNext, concurrency: 6, pollMs: 50 });
process.once('disconnect', () => process.exit());

while (await DeliveryModel.exists({ dueAt: { $exists: true } })) await new Promise((resolve) => setTimeout(resolve, 100));
await loop.stop();
process.send?.('done');
process.disconnect();
