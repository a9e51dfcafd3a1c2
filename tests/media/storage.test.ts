import { afterAll, describe, expect, it } from '@jest/globals';
import mongoose from 'mongoose';
import { ConfigError } from '../../src/kernel/index.js';
import { folderStorage, gridfsStorage, storageFrom } from '../../src/media/index.js';
import { describeStorage } from '../kit/describe-storage.js';
import { services, useDatabase } from '../kit/services.js';
import { startS3, type S3Server } from './s3-server.js';

useDatabase({ keep: true });

let server: S3Server | undefined;
afterAll(() => server?.stop());

describeStorage('folder', async () => folderStorage(`${services.config.dataDir}/stored`));

describeStorage('gridfs', async () => gridfsStorage('media_test'));

describeStorage('s3', async () => {
  server = await startS3();
  return server.storage;
});

describe('which storage', () => {
  it('is the folder unless the environment says otherwise', () => {
    expect([storageFrom('/data', {}).name, storageFrom('/data', { MEDIA_STORAGE: 'gridfs' }).name]).toEqual(['folder', 'gridfs']);
    expect(storageFrom('/data', { MEDIA_STORAGE: 's3', MEDIA_S3_BUCKET: 'b', MEDIA_S3_ACCESS_KEY_ID: 'i', MEDIA_S3_SECRET_ACCESS_KEY: 'k' }).name).toBe('s3');
  });

  it('names every variable that is wrong', () => {
    const refusal = (env: NodeJS.ProcessEnv): string => { try { storageFrom('/data', env); return ''; } catch (error) { return error instanceof ConfigError ? error.message : `not a ConfigError: ${error}`; } };
    expect(refusal({ MEDIA_STORAGE: 'tape' })).toContain('MEDIA_STORAGE must be one of folder, gridfs, s3');
    const missing = refusal({ MEDIA_STORAGE: 's3', MEDIA_S3_ENDPOINT: 'oss' });
    for (const name of ['MEDIA_S3_BUCKET', 'MEDIA_S3_ACCESS_KEY_ID', 'MEDIA_S3_SECRET_ACCESS_KEY', 'MEDIA_S3_ENDPOINT']) expect(missing).toContain(name);
  });

  it('of GridFS forgets the chunks of a file whose process died before its entry, once they are old', async () => {
    const chunks = mongoose.connection.collection('media_test.chunks');
    const [old, young] = [mongoose.mongo.ObjectId.createFromTime(Date.now() / 1000 - 2 * 86_400), new mongoose.mongo.ObjectId()];
    for (const files_id of [old, young]) await chunks.insertMany([{ files_id, n: 0, data: Buffer.from('half') }, { files_id, n: 1, data: Buffer.from('half') }]);
    await gridfsStorage('media_test').sweep!(new Date(Date.now() - 86_400_000));
    expect([await chunks.countDocuments({ files_id: old }), await chunks.countDocuments({ files_id: young })]).toEqual([0, 2]);
  });

  it('refuses keys that would leave the folder', async () => {
    const storage = folderStorage(services.config.dataDir);
    expect(() => storage.stream('../secret')).toThrow('not a storage key');
    expect(() => storage.get('.hidden')).toThrow('not a storage key');
  });
});
