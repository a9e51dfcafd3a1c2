import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import S3rver from 's3rver';
import { ConfigError } from '../../src/kernel/index.js';
import { folderStorage, gridfsStorage, s3Storage, storageFrom } from '../../src/media/index.js';
import { describeStorage } from '../kit/describe-storage.js';
import { services, useDatabase } from '../kit/services.js';

useDatabase({ keep: true });

let folder: string | undefined;
let server: S3rver | undefined;
afterAll(async () => {
  await server?.close();
  if (folder) await rm(folder, { recursive: true, force: true });
});

describeStorage('folder', async () => folderStorage(`${services.config.dataDir}/stored`));

describeStorage('gridfs', async () => gridfsStorage('media_test'));

describeStorage('s3', async () => {
  folder = await mkdtemp(join(tmpdir(), 'yici-s3-'));
  server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'media', configs: [] }] });
  const { port } = await server.run();
  return s3Storage({ endpoint: `http://127.0.0.1:${port}`, region: 'cn-hangzhou', bucket: 'media', prefix: 'yici/', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', isPathStyle: true });
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

  it('refuses keys that would leave the folder', async () => {
    const storage = folderStorage(services.config.dataDir);
    expect(() => storage.stream('../secret')).toThrow('not a storage key');
    expect(() => storage.get('.hidden')).toThrow('not a storage key');
  });
});
