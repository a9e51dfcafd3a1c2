import { useState } from 'react';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { useToast } from '../../components/use-toast.js';
import { request, type RequestError } from '../../graphql/request.js';
import { useAct } from '../../graphql/use-graphql.js';
import { SubmitChecksDocument, SubmitContentDocument } from './publishing.generated.js';
import { publishingWords } from './publishing-words.js';

export interface Submission {
  readonly isPending: boolean;
  readonly error: RequestError | null;
  submit(revision: number): void;
}

/** Submits a content for review. Where a finding would keep everybody from signing, it asks first: mending is quicker than a return. */
export function useSubmit(id: string): Submission {
  const say = useWords(publishingWords);
  const toast = useToast();
  const [isLooking, setLooking] = useState(false);
  const act = useAct(SubmitContentDocument, { onDone: () => { toast.done(say('submitted')); } });
  const submit = async (revision: number): Promise<void> => {
    setLooking(true);
    const count = await countBlocks(id);
    setLooking(false);
    const send = (): Promise<unknown> => act.mutateAsync({ input: { id, revision } }).catch(() => undefined);
    if (count > 0) ask({ title: say('blocksAsk', { count }), why: say('blocksWhy'), ok: say('submitAnyway'), cancel: say('mendFirst'), onOk: send });
    else await send();
  };
  return { isPending: isLooking || act.isPending, error: act.error, submit: (revision) => { void submit(revision); } };
}

/** How many findings block; none where they cannot be asked for, as the submission tells what is wrong. */
const countBlocks = (id: string): Promise<number> =>
  request(SubmitChecksDocument, { id }).then(({ checkContent }) => checkContent.findings.filter(({ severity }) => severity === 'BLOCK').length, () => 0);
