import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { buffer } from 'node:stream/consumers';
import mongoose from 'mongoose';
import type { ByteRange, Storage } from './storage.js';

/**
 * GridFS in the product's own database: one store to back up. A file's entry is written after its last chunk, so an entry means
 * whole bytes; should two processes keep one key at once, both entries are whole and either is read.
 */
export function gridfsStorage(bucketName = 'media'): Storage {
  const bucket = (): mongoose.mongo.GridFSBucket => new mongoose.mongo.GridFSBucket(mongoose.connection.db!, { bucketName, chunkSizeBytes: 1_000_000, writeConcern: { w: 'majority', journal: true } });
  const find = (key: string): Promise<mongoose.mongo.GridFSFile | null> => bucket().find({ filename: key }).limit(1).next();

  async function keep(key: string, from: Readable): Promise<void> {
    if (await find(key)) return void from.destroy();
    await pipeline(from, bucket().openUploadStream(key));
  }

  async function* read(key: string, range?: ByteRange): AsyncGenerator<Buffer> {
    const file = await find(key);
    if (!file) throw new Error(`no bytes are kept under ${key}`);
    if (range && range.start >= file.length) return;
    yield* bucket().openDownloadStream(file._id, range && { start: range.start, end: Math.min(range.end + 1, file.length) });
  }

  return {
    name: 'gridfs',
    put: (key, bytes) => keep(key, Readable.from([bytes], { objectMode: false })),
    putFile: (key, path) => keep(key, createReadStream(path)),
    get: (key) => buffer(read(key)),
    stream: (key, range) => Readable.from(read(key, range), { objectMode: false }),
    has: async (key) => (await find(key)) !== null,
    sizeOf: async (key) => (await find(key))?.length,
    async delete(key) {
      for await (const { _id } of bucket().find({ filename: key })) await bucket().delete(_id);
    },
    async sweep(before) {
      const [chunks, files] = ['chunks', 'files'].map((part) => mongoose.connection.db!.collection(`${bucketName}.${part}`));
      // The index on files_id and n answers this without a look at the bytes.
      const known = chunks!.aggregate<{ _id: mongoose.mongo.ObjectId }>([{ $sort: { files_id: 1, n: 1 } }, { $group: { _id: '$files_id' } }]);
      for await (const { _id } of known) if (_id.getTimestamp() < before && !(await files!.findOne({ _id }, { projection: { _id: 1 } }))) await chunks!.deleteMany({ files_id: _id });
    },
    async* keys(prefix) {
      let last: string | undefined;
      // U+FFFF stands after every sign that keys are made of.
      for await (const { filename } of bucket().find(prefix ? { filename: { $gte: prefix, $lt: `${prefix}\uffff` } } : {}, { sort: { filename: 1 } })) {
        if (filename !== last) yield filename;
        last = filename;
      }
    },
  };
}
