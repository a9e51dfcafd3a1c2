import { useRef } from 'react';
import { useWords } from '../../app/words.js';
import { useToast } from '../../components/use-toast.js';
import { request, type RequestError } from '../../graphql/request.js';
import { useAct } from '../../graphql/use-graphql.js';
import { kindOf } from './draft-of.js';
import { UpdateArticleDocument, UpdateCaseDocument, UpdateVideoDocument, type EditedContentFragment } from './editor.generated.js';
import { editorWords } from './editor-words.js';

/** Somebody else saved in between: who, which revision they made, and the fields that both changed. */
export interface Conflict {
  readonly name: string;
  readonly actual: number;
  readonly fields: readonly { readonly field: string; readonly yours: unknown; readonly theirs: unknown; readonly yoursInWords?: string; readonly theirsInWords?: string }[];
}

export interface Save {
  readonly isPending: boolean;
  readonly error: RequestError | null;
  readonly conflict: Conflict | undefined;
  start(expectedRevision: number, changes: Record<string, unknown>, then?: (revision: number) => void): void;
  dismiss(): void;
}

/** Saves changes to a content of any kind as a revision. A conflict is told apart, with both sides' words. */
export function useSave(id: string, onSaved: (revision: number) => void): Save {
  const say = useWords(editorWords);
  const toast = useToast();
  const next = useRef<(revision: number) => void>(undefined);
  const saved = ({ editorial }: EditedContentFragment): void => {
    const { revision } = editorial!;
    toast.done(say('saved', { revision }));
    onSaved(revision);
    next.current?.(revision);
  };
  const article = useAct(UpdateArticleDocument, { onDone: ({ updateArticle }) => { saved(updateArticle); } });
  const reformCase = useAct(UpdateCaseDocument, { onDone: ({ updateCase }) => { saved(updateCase); } });
  const video = useAct(UpdateVideoDocument, { onDone: ({ updateVideo }) => { saved(updateVideo); } });
  const act = { article, case: reformCase, video }[kindOf(id)] ?? article;
  return {
    isPending: act.isPending,
    error: act.error,
    conflict: act.error?.code === 'REVISION_CONFLICT' ? conflictOf(act.error) : undefined,
    start: (expectedRevision, changes, then) => { next.current = then; act.mutate({ input: { id, expectedRevision, ...changes } }); },
    dismiss: () => { act.reset(); },
  };
}

const conflictOf = ({ details }: RequestError): Conflict => ({
  name: String(details.savedBy ?? ''), actual: Number(details.actualRevision), fields: (details.conflicts ?? []) as Conflict['fields'],
});

/** Saves without a page to tell: for somebody who is leaving. Rejects with RequestError. */
export async function saveQuietly(id: string, expectedRevision: number, changes: Record<string, unknown>): Promise<void> {
  const input = { id, expectedRevision, ...changes };
  const documents = { article: UpdateArticleDocument, case: UpdateCaseDocument, video: UpdateVideoDocument } as const;
  const kind = kindOf(id);
  if (kind === 'case') await request(documents.case, { input });
  else if (kind === 'video') await request(documents.video, { input });
  else await request(documents.article, { input });
}
