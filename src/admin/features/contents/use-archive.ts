import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/words.js';
import { useToast } from '../../components/use-toast.js';
import { request, type RequestError } from '../../graphql/request.js';
import { ArchiveContentDocument, RestoreContentDocument } from './contents.generated.js';
import { contentsWords } from './contents-words.js';

export interface Archive {
  /** How far it is; undefined while nothing runs. */
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly run: (ids: readonly string[], to: 'archive' | 'restore') => Promise<void>;
}

/** Puts many contents away, or takes them out again, one after the other; what worked can be undone. */
export function useArchive(): Archive {
  const say = useWords(contentsWords);
  const toast = useToast();
  const client = useQueryClient();
  const [progress, setProgress] = useState<Archive['progress']>();

  async function run(ids: readonly string[], to: 'archive' | 'restore', isUndo = false): Promise<void> {
    const worked: string[] = [];
    const failures: RequestError[] = [];
    for (const [done, id] of ids.entries()) {
      setProgress({ done, total: ids.length });
      await move(id, to).then(() => { worked.push(id); }, (error: RequestError) => { failures.push(error); });
    }
    setProgress(undefined);
    void client.invalidateQueries();
    const undo = isUndo ? {} : { undo: () => run(worked, to === 'archive' ? 'restore' : 'archive', true) };
    if (worked.length > 0) toast.done(say(to === 'archive' ? 'archivedDone' : 'restoredDone', { count: worked.length }), undo);
    if (failures[0]) toast.failed(Object.assign(failures[0], { message: say('someFailed', { count: failures.length, why: failures[0].message }) }));
  }
  return { progress, run: (ids, to) => run(ids, to) };
}

async function move(id: string, to: 'archive' | 'restore'): Promise<void> {
  if (to === 'archive') await request(ArchiveContentDocument, { id });
  else await request(RestoreContentDocument, { id });
}
