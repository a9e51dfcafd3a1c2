import { currentLanguage } from '../../app/appearance.js';
import { renewSession, RequestError } from '../../graphql/request.js';

export interface ImportFileRequest {
  readonly file: File;
  /** article, case or video. */
  readonly kind: string;
  /** Whose work the pictures are; empty when unknown. */
  readonly credit: string;
  readonly isOriginal: boolean;
}

export interface Imported {
  readonly contentId: string;
  readonly title: string;
  /** What was kept differently or dropped, in the reader's language. */
  readonly report: readonly string[];
}

interface Answer {
  readonly contentId: string;
  readonly title: string;
  readonly report: readonly { readonly message: { readonly zh: string; readonly en: string } }[];
  readonly error?: { readonly code: string; readonly message: string; readonly requestId?: string };
}

/** Sends a file to `/imports`; a session that has ended is renewed and the file sent again. Throws RequestError. */
export async function importFile(request: ImportFileRequest): Promise<Imported> {
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof RequestError) || error.code !== 'UNAUTHENTICATED') throw error;
    await renewSession();
    return send(request);
  }
}

async function send({ file, kind, credit, isOriginal }: ImportFileRequest): Promise<Imported> {
  const form = new FormData();
  form.append('kind', kind);
  form.append('isOriginal', String(isOriginal));
  if (credit) form.append('credit', credit);
  form.append('file', file);
  const language = currentLanguage() === 'en' ? 'en' : 'zh';
  const headers = { accept: 'application/json', 'accept-language': language === 'en' ? 'en' : 'zh-CN', 'x-yici-client': 'admin' };
  const response = await fetch('/imports', { method: 'POST', credentials: 'same-origin', headers, body: form }).catch(() => { throw new RequestError('NETWORK', ''); });
  const answer = await response.json().catch(() => { throw new RequestError('UNREADABLE', ''); }) as Answer;
  if (answer.error) throw new RequestError(answer.error.code, answer.error.message, answer.error.requestId);
  return { contentId: answer.contentId, title: answer.title, report: answer.report.map(({ message }) => message[language]) };
}
