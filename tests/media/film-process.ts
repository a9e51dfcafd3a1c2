/** A worker in a process of its own, to be killed. Works on one film of the database DB, whose files are in FILES, at the time NOW, then says "idle". */
import mongoose from 'mongoose';
import { folderStorage, transcodeNext, useStorage } from '../../src/media/index.js';
import { testServices } from '../kit/services.js';

await mongoose.connect(process.env.TEST_MONGODB_URI!, { dbName: process.env.DB!, autoCreate: false, autoIndex: false });
useStorage(folderStorage(process.env.FILES!));
await transcodeNext(testServices(() => new Date(process.env.NOW!)));
process.stdout.write('idle\n');
await mongoose.disconnect();
