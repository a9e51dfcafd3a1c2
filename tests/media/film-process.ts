/**
 * A worker in a process of its own, to be killed. Works on one film of the database DB, whose files are in FILES, at the time NOW. It keeps one
 * piece of the level LEVEL and no more: it is in the midst of it however long it takes until it is killed.
 */
import mongoose from 'mongoose';
import { folderStorage, transcodeNext, useStorage } from '../../src/media/index.js';
import { testServices } from '../kit/services.js';

await mongoose.connect(process.env.TEST_MONGODB_URI!, { dbName: process.env.DB!, autoCreate: false, autoIndex: false });
const files = folderStorage(process.env.FILES!);
const isSecondPiece = (key: string): boolean => key.endsWith(`.${process.env.LEVEL}.00001.ts`);
useStorage({ ...files, putFile: (key, path) => (isSecondPiece(key) ? new Promise(() => undefined) : files.putFile(key, path)) });
await transcodeNext(testServices(() => new Date(process.env.NOW!)));
