import { mkdtemp, rm } from 'node:fs/promises';
import { setDefaultAutoSelectFamilyAttemptTimeout } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import S3rver from 's3rver';
import { s3Storage, type Storage } from '../../src/media/index.js';

/** A running S3-compatible server, and our driver that speaks to it. */
export interface S3Server {
  readonly storage: Storage;
  /** What an operator would set for it. */
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** What an operator sets on the bucket, so that pages of ours may bring parts and read the tags of what arrived. */
const cors = `<?xml version="1.0"?><CORSConfiguration xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><CORSRule><AllowedOrigin>*</AllowedOrigin><AllowedMethod>PUT</AllowedMethod><AllowedHeader>*</AllowedHeader><ExposeHeader>ETag</ExposeHeader></CORSRule></CORSConfiguration>`;

/** Starts s3rver with an empty bucket on a port of its own. */
export async function startS3(): Promise<S3Server> {
  // `localhost` may be two addresses; a busy process hears of the first after Node's quarter of a second, and nobody is at the second.
  setDefaultAutoSelectFamilyAttemptTimeout(10_000);
  const folder = await mkdtemp(join(tmpdir(), 'yici-s3-'));
  const server = new S3rver({ address: '127.0.0.1', port: 0, silent: true, directory: folder, configureBuckets: [{ name: 'media', configs: [cors] }] });
  const { port } = await server.run();
  const settings = { endpoint: `http://127.0.0.1:${port}`, region: 'cn-hangzhou', bucket: 'media', prefix: 'yici/', accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER', isPathStyle: true };
  return {
    env: { MEDIA_S3_ENDPOINT: settings.endpoint, MEDIA_S3_REGION: settings.region, MEDIA_S3_BUCKET: settings.bucket, MEDIA_S3_PREFIX: settings.prefix, MEDIA_S3_ACCESS_KEY_ID: 'S3RVER', MEDIA_S3_SECRET_ACCESS_KEY: 'S3RVER', MEDIA_S3_PATH_STYLE: 'true' },
    storage: s3Storage({ ...settings, publicEndpoint: `http://localhost:${port}` }),
    stop: async () => { await server.close(); await rm(folder, { recursive: true, force: true }); },
  };
}
