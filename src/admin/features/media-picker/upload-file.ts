import type { Upload } from 'tus-js-client';
import { currentLanguage } from '../../app/appearance.js';
import { renewSession, request, RequestError } from '../../graphql/request.js';
import { PickerUploadDocument, type PickedAssetFragment } from './media-picker.generated.js';

/** A file on its way in: it goes on after a cut line, can be paused, and ends as an asset of the library. */
export interface FileUpload {
  /** Rejects with RequestError, or with AbortError after `stop`. */
  readonly asset: Promise<PickedAssetFragment>;
  pause(): void;
  resume(): void;
  stop(): void;
}

export interface UploadEvents {
  /** Bytes sent of all, from 0 to 1. At 1 the server looks at the file. */
  readonly onProgress?: (share: number) => void;
}

interface Refusal {
  readonly error?: { readonly code: string; readonly message: string; readonly requestId?: string };
}

const retryDelays = [0, 1000, 3000, 5000, 10_000, 20_000, 30_000];
const pollMs = 400;
/** A film of 2 GB took the server 43 seconds to file; ten minutes is a fault. */
const longestWaitMs = 600_000;

/** Sends a file to the library by tus, piece by piece. The tus client is fetched when the first file is sent. */
export function uploadFile(file: File, { onProgress }: UploadEvents = {}): FileUpload {
  const control = new AbortController();
  let sending: Upload | undefined;
  const asset = send();
  async function send(): Promise<PickedAssetFragment> {
    const tus = await import('tus-js-client');
    control.signal.throwIfAborted();
    const id = await new Promise<string>((resolve, reject) => {
      sending = new tus.Upload(file, {
        endpoint: '/uploads', retryDelays, chunkSize: 8_000_000, removeFingerprintOnSuccess: true,
        metadata: { filename: file.name, filetype: file.type },
        headers: { 'x-yici-client': 'admin', 'accept-language': currentLanguage() === 'en' ? 'en' : 'zh-CN' },
        onProgress: (sent, total) => { onProgress?.(total ? sent / total : 0); },
        onShouldRetry: (error) => { const status = statusOf(error); return status === 0 || status === 409 || status === 423 || status >= 500; },
        onError: (error) => { goOnOrReject(error, reject); },
        onSuccess: () => { resolve(sending!.url!.split('/').at(-1)!); },
      });
      control.signal.addEventListener('abort', () => { reject(new DOMException('stopped', 'AbortError')); });
      // The same file that was cut off in an earlier visit goes on where it stood.
      void sending.findPreviousUploads().then(([earlier]) => { if (earlier) sending!.resumeFromPreviousUpload(earlier); sending!.start(); }, reject);
    });
    return waitForAsset(id, control.signal);
  }
  const goOnOrReject = (error: unknown, reject: (reason: unknown) => void): void => {
    if (statusOf(error) !== 401) { reject(asRequestError(error)); return; }
    renewSession().then(() => { sending?.start(); }, reject);
  };
  return {
    asset,
    pause: () => { void sending?.abort(); },
    resume: () => { sending?.start(); },
    stop: () => { control.abort(); void sending?.abort(true).catch(() => undefined); },
  };
}

interface Answered {
  readonly originalResponse?: { getStatus(): number; getBody(): string } | null;
}

const statusOf = (error: unknown): number => (error as Answered).originalResponse?.getStatus() ?? 0;

function asRequestError(error: unknown): RequestError {
  try {
    const { error: told } = JSON.parse((error as Answered).originalResponse?.getBody() ?? '') as Refusal;
    if (told) return new RequestError(told.code, told.message, told.requestId);
  } catch { /* No words came with it. */ }
  return new RequestError(statusOf(error) === 0 ? 'NETWORK' : 'UNREADABLE', '');
}

/** The server judges a file after its last byte; this asks until it is an asset. */
async function waitForAsset(id: string, signal: AbortSignal): Promise<PickedAssetFragment> {
  const until = Date.now() + longestWaitMs;
  while (Date.now() < until) {
    const { node } = await request(PickerUploadDocument, { id }, { signal });
    const upload = node && 'state' in node ? node : undefined;
    if (upload?.state === 'STORED' && upload.asset) return upload.asset;
    if (upload?.state === 'REFUSED') throw new RequestError('UNSUPPORTED_MEDIA', upload.problem?.[currentLanguage() === 'en' ? 'en' : 'zh'] ?? '');
    await new Promise((resolve) => { setTimeout(resolve, pollMs); });
  }
  throw new RequestError('UNAVAILABLE', '');
}
