import { join } from 'node:path';
import { ConfigError } from '../kernel/index.js';
import { folderStorage } from './folder-storage.js';
import { gridfsStorage } from './gridfs-storage.js';
import { s3Storage } from './s3-storage.js';
import type { Storage } from './storage.js';

export const storageNames = ['folder', 'gridfs', 's3'] as const;

/**
 * The storage that MEDIA_STORAGE names: `folder` (the default: `media` in the data folder), `gridfs`, or `s3` with MEDIA_S3_BUCKET,
 * MEDIA_S3_ACCESS_KEY_ID, MEDIA_S3_SECRET_ACCESS_KEY and, outside Amazon, MEDIA_S3_ENDPOINT. Throws ConfigError naming every wrong variable.
 */
export function storageFrom(dataDir: string, env: NodeJS.ProcessEnv = process.env, name: string = env.MEDIA_STORAGE ?? 'folder'): Storage {
  if (name === 'folder') return folderStorage(join(dataDir, 'media'));
  if (name === 'gridfs') return gridfsStorage();
  if (name === 's3') return s3From(env);
  throw new ConfigError([`MEDIA_STORAGE must be one of ${storageNames.join(', ')}; it is "${name}".`]);
}

function s3From(env: NodeJS.ProcessEnv): Storage {
  const needed = ['MEDIA_S3_BUCKET', 'MEDIA_S3_ACCESS_KEY_ID', 'MEDIA_S3_SECRET_ACCESS_KEY'] as const;
  const problems = needed.filter((name) => !env[name]).map((name) => `${name} is not set; MEDIA_STORAGE=s3 needs it.`);
  const [endpoint, publicEndpoint] = [env.MEDIA_S3_ENDPOINT, env.MEDIA_S3_PUBLIC_ENDPOINT];
  for (const [name, value] of Object.entries({ MEDIA_S3_ENDPOINT: endpoint, MEDIA_S3_PUBLIC_ENDPOINT: publicEndpoint })) {
    if (value && !/^https?:\/\/[^\s/]+\/?$/.test(value)) problems.push(`${name} must be an address such as https://oss-cn-hangzhou.aliyuncs.com; it is "${value}".`);
  }
  if (problems.length > 0) throw new ConfigError(problems);
  return s3Storage({
    ...(endpoint ? { endpoint } : {}), ...(publicEndpoint ? { publicEndpoint } : {}), region: env.MEDIA_S3_REGION ?? 'us-east-1', bucket: env.MEDIA_S3_BUCKET!, prefix: env.MEDIA_S3_PREFIX ?? '',
    accessKeyId: env.MEDIA_S3_ACCESS_KEY_ID!, secretAccessKey: env.MEDIA_S3_SECRET_ACCESS_KEY!, isPathStyle: env.MEDIA_S3_PATH_STYLE === 'true',
  });
}

const gigabyte = 1_000_000_000;

/** Bytes that the assets and running uploads of one unit may have: MEDIA_UNIT_QUOTA_GB, 200 when it is not set. */
export function unitQuotaBytes(env: NodeJS.ProcessEnv = process.env): number {
  const quota = Number(env.MEDIA_UNIT_QUOTA_GB ?? 200);
  if (!(quota > 0)) throw new ConfigError([`MEDIA_UNIT_QUOTA_GB must be a number above 0; it is "${env.MEDIA_UNIT_QUOTA_GB}".`]);
  return quota * gigabyte;
}
