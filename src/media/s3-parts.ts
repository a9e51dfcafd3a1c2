import type { OpenedS3, S3Settings } from './s3-storage.js';
import type { DirectParts } from './storage.js';

/** Seconds for which the address of a part is good: longer than 16 MB take over a county line. */
const addressSeconds = 3600;

/** S3's multipart upload by presigned addresses. `open` is the store as we reach it, `openOutside` as senders do: only addresses are made with it. */
export function s3Parts({ bucket: Bucket, prefix }: Pick<S3Settings, 'bucket' | 'prefix'>, open: () => Promise<OpenedS3>, openOutside: () => Promise<OpenedS3>): DirectParts {
  return {
    async begin(key) {
      const { sdk, client } = await open();
      return (await client.send(new sdk.CreateMultipartUploadCommand({ Bucket, Key: prefix + key, ContentType: 'application/octet-stream' }))).UploadId!;
    },
    async addressOf(key, UploadId, PartNumber) {
      const [{ sdk, client }, { getSignedUrl }] = await Promise.all([openOutside(), import('@aws-sdk/s3-request-presigner')]);
      return getSignedUrl(client, new sdk.UploadPartCommand({ Bucket, Key: prefix + key, UploadId, PartNumber }), { expiresIn: addressSeconds });
    },
    async complete(key, UploadId, parts) {
      const { sdk, client } = await open();
      await client.send(new sdk.CompleteMultipartUploadCommand({ Bucket, Key: prefix + key, UploadId, MultipartUpload: { Parts: parts.map(({ number, etag }) => ({ PartNumber: number, ETag: etag })) } }));
    },
    async abandon(key, UploadId) {
      const { sdk, client } = await open();
      await client.send(new sdk.AbortMultipartUploadCommand({ Bucket, Key: prefix + key, UploadId })).catch((error: unknown) => {
        // Gone already, or a store that cannot: there a rule of the bucket's has to forget what was never completed.
        if (![404, 405].includes((error as { $metadata?: { httpStatusCode?: number } }).$metadata?.httpStatusCode ?? 0)) throw error;
      });
    },
  };
}
