/** A worker in a process of its own, to be killed. Runs one job of the database DB at the time NOW, then says "idle". */
import mongoose from 'mongoose';
import { defineJob, runNextJob } from '../../src/kernel/index.js';
import { testServices } from '../kit/services.js';

const say = (line: string): void => { process.stdout.write(`${line}\n`); };

defineJob({ name: 'test.hangs', run: async () => { say('running'); await new Promise(() => { setInterval(() => undefined, 1000); }); } });
defineJob({ name: 'test.dies', maxAttempts: 2, run: async () => { say('running'); process.kill(process.pid, 'SIGKILL'); await new Promise(() => undefined); } });

await mongoose.connect(process.env.TEST_MONGODB_URI!, { dbName: process.env.DB!, autoCreate: false, autoIndex: false });
await runNextJob(testServices(() => new Date(process.env.NOW!)));
say('idle');
await mongoose.disconnect();
