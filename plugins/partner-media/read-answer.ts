/** Bytes of an answer that are read; the rest is left. Standard Webhooks senders keep 20 kB as evidence, too. */
const answerLimit = 20_000;
/** Milliseconds we wait for the words of an answer whose status we already have. */
const patience = 5_000;

/** What a receiver said besides its status. */
export interface Answer {
  readonly text: string;
  readonly remoteId?: string;
  readonly url?: string;
}

/** Reads at most 20 kB and five seconds of an answer. Never rejects: the status has already decided, words are a courtesy. */
export async function readAnswer(response: Response): Promise<Answer> {
  const text = await readStart(response);
  return { text: text.trim(), ...namesIn(text) };
}

async function readStart(response: Response): Promise<string> {
  const reader = response.body?.getReader();
  if (!reader) return '';
  const chunks: Uint8Array[] = [];
  const timer = setTimeout(() => void reader.cancel().catch(() => undefined), patience);
  try {
    for (let size = 0; size < answerLimit;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      size += value.byteLength;
    }
  } catch {
    // A torn answer: what came so far is all there is.
  } finally {
    clearTimeout(timer);
    void reader.cancel().catch(() => undefined);
  }
  return Buffer.concat(chunks).subarray(0, answerLimit).toString('utf8');
}

/** `id` (or `remoteId`) and `url` of a small JSON answer; anything else is no answer. */
function namesIn(text: string): { remoteId?: string; url?: string } {
  try {
    const answer = JSON.parse(text) as Record<string, unknown> | null;
    if (typeof answer !== 'object' || answer === null) return {};
    const remoteId = [answer.remoteId, answer.id].find((id): id is string | number => typeof id === 'number' || (typeof id === 'string' && id !== ''));
    const { url } = answer;
    return {
      ...(remoteId !== undefined && { remoteId: String(remoteId).slice(0, 200) }),
      ...(typeof url === 'string' && url.length <= 2000 && /^https?:\/\//.test(url) && URL.canParse(url) && { url }),
    };
  } catch {
    return {};
  }
}
