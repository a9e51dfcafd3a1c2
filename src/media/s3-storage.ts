import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import { s3Parts } from './s3-parts.js';
import type { ByteRange, Storage } from './storage.js';

/** Where an S3-compatible store is and who we are there. */
export interface S3Settings {
  readonly endpoint?: string;
  /** The same store as senders outside reach it, where that differs; signed addresses of parts begin with it. */
  readonly publicEndpoint?: string;
  readonly region: string;
  readonly bucket: string;
  /** Put before every key, such as `yici/`. */
  readonly prefix: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `endpoint/bucket/key` instead of `bucket.endpoint/key`: MinIO needs it, Aliyun OSS and Tencent COS refuse it. */
  readonly isPathStyle: boolean;
}

/** Bytes of one part of a multipart upload; 10,000 parts are allowed, so files may have 80 GB. */
const partBytes = 8_388_608;

/** The SDK, and a client for one store. */
export interface OpenedS3 {
  readonly sdk: typeof Sdk;
  readonly client: Sdk.S3Client;
}

/** S3 and what speaks like it: MinIO, Aliyun OSS, Tencent COS. Large files go in parts, four at a time; only what is complete can be seen. */
export function s3Storage(settings: S3Settings): Storage {
  const { bucket: Bucket, prefix } = settings;
  let opened: Promise<OpenedS3> | undefined;
  const open = (): Promise<OpenedS3> => (opened ??= connect(settings));
  let openedOutside: Promise<OpenedS3> | undefined;
  const { publicEndpoint } = settings;
  const openOutside = (): Promise<OpenedS3> => (publicEndpoint ? (openedOutside ??= connect({ ...settings, endpoint: publicEndpoint })) : open());

  async function read(key: string, range?: ByteRange): Promise<NonNullable<Sdk.GetObjectCommandOutput['Body']>> {
    const { sdk, client } = await open();
    const Range = range && `bytes=${range.start}-${range.end}`;
    const { Body } = await client.send(new sdk.GetObjectCommand({ Bucket, Key: prefix + key, ...(Range ? { Range } : {}) }));
    return Body!;
  }

  async function sizeOf(key: string): Promise<number | undefined> {
    const { sdk, client } = await open();
    try {
      return (await client.send(new sdk.HeadObjectCommand({ Bucket, Key: prefix + key }))).ContentLength;
    } catch (error) {
      if ((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode === 404) return undefined;
      throw error;
    }
  }

  return {
    name: 's3',
    parts: s3Parts(settings, open, openOutside),
    async put(key, bytes) {
      const { sdk, client } = await open();
      await client.send(new sdk.PutObjectCommand({ Bucket, Key: prefix + key, Body: bytes, ContentLength: bytes.length }));
    },
    async putFile(key, path) {
      const { client } = await open();
      const { Upload } = await import('@aws-sdk/lib-storage');
      await new Upload({ client, params: { Bucket, Key: prefix + key, Body: createReadStream(path, { highWaterMark: 1 << 20 }) }, partSize: partBytes, queueSize: 4 }).done();
    },
    get: async (key) => Buffer.from(await (await read(key)).transformToByteArray()),
    stream: (key, range) => Readable.from(atMost(() => read(key, range), range), { objectMode: false }),
    has: async (key) => (await sizeOf(key)) !== undefined,
    sizeOf,
    async delete(key) {
      const { sdk, client } = await open();
      await client.send(new sdk.DeleteObjectCommand({ Bucket, Key: prefix + key }));
    },
    async* keys(start = '') {
      const { sdk, client } = await open();
      for await (const page of sdk.paginateListObjectsV2({ client }, { Bucket, Prefix: prefix + start })) {
        for (const { Key } of page.Contents ?? []) yield Key!.slice(prefix.length);
      }
    },
  };
}

// Stores that only resemble S3 have been seen to answer more than the range: what was not asked for is cut off.
async function* atMost(open: () => Promise<unknown>, range?: ByteRange): AsyncGenerator<Buffer> {
  let left = range ? range.end - range.start + 1 : Infinity;
  for await (const chunk of await open() as AsyncIterable<Buffer>) {
    yield chunk.length > left ? chunk.subarray(0, left) : chunk;
    left -= chunk.length;
    if (left <= 0) return;
  }
}

// Loaded when first used: an installation without S3 need not read two hundred files at its start.
async function connect({ endpoint, region, accessKeyId, secretAccessKey, isPathStyle }: S3Settings): Promise<OpenedS3> {
  const sdk = await import('@aws-sdk/client-s3');
  const client = new sdk.S3Client({
    ...(endpoint ? { endpoint } : {}), region, credentials: { accessKeyId, secretAccessKey }, forcePathStyle: isPathStyle, maxAttempts: 4,
    // The SDK's newer default, a checksum after the body, is understood by Amazon but not by OSS, COS and older MinIO.
    requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED',
  });
  return { sdk, client };
}
