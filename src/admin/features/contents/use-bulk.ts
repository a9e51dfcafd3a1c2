import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useWords } from '../../app/words.js';
import { useToast } from '../../components/use-toast.js';
import type { ContentAction } from '../../graphql/generated/schema-types.js';
import { request, RequestError } from '../../graphql/request.js';
import { PublishContentDocument, SubmitContentDocument } from '../publishing/publishing.generated.js';
import { ArchiveContentDocument, RestoreContentDocument, type ContentLineFragment } from './contents.generated.js';
import { contentsWords } from './contents-words.js';

export const bulkVerbs = ['submit', 'publish', 'archive', 'restore'] as const;
export type BulkVerb = (typeof bulkVerbs)[number];

interface Verb {
  /** What the server must allow for a row. */
  readonly action: ContentAction;
  readonly permission: string;
  /** How it is taken back; by nothing, when left out. */
  readonly undo?: BulkVerb;
  readonly send: (row: ContentLineFragment) => Promise<unknown>;
}

const verbs: Readonly<Record<BulkVerb, Verb>> = {
  submit: { action: 'SUBMIT', permission: 'content.submit', send: ({ id, editorial }) => request(SubmitContentDocument, { input: { id, revision: editorial!.revision } }) },
  publish: { action: 'PUBLISH', permission: 'content.publish', send: ({ id }) => request(PublishContentDocument, { input: { id } }) },
  archive: { action: 'ARCHIVE', permission: 'content.archive', undo: 'restore', send: ({ id }) => request(ArchiveContentDocument, { id }) },
  restore: { action: 'RESTORE', permission: 'content.restore', undo: 'archive', send: ({ id }) => request(RestoreContentDocument, { id }) },
};

/** The permission that a verb takes. */
export const permissionOf = (verb: BulkVerb): string => verbs[verb].permission;

/** Those of the rows with which it can be done now. */
export const ableTo = (verb: BulkVerb, rows: readonly ContentLineFragment[]): readonly ContentLineFragment[] => rows.filter(({ editorial }) => editorial?.possibleActions.includes(verbs[verb].action));

export interface Bulk {
  /** How far it is; undefined while nothing runs. */
  readonly progress: { readonly verb: BulkVerb; readonly done: number; readonly total: number } | undefined;
  /** Answers the rows with which it did not work. */
  readonly run: (verb: BulkVerb, rows: readonly ContentLineFragment[]) => Promise<readonly ContentLineFragment[]>;
}

/** Does one thing with many contents, one after the other, and says what did not work; what worked can be undone where that is possible. */
export function useBulk(): Bulk {
  const say = useWords(contentsWords);
  const toast = useToast();
  const client = useQueryClient();
  const [progress, setProgress] = useState<Bulk['progress']>();

  async function run(verb: BulkVerb, rows: readonly ContentLineFragment[], isUndo = false): Promise<readonly ContentLineFragment[]> {
    const failures = new Map<ContentLineFragment, unknown>();
    for (const [done, row] of rows.entries()) {
      setProgress({ verb, done, total: rows.length });
      await verbs[verb].send(row).catch((error: unknown) => { failures.set(row, error); });
    }
    setProgress(undefined);
    void client.invalidateQueries();
    const worked = rows.filter((row) => !failures.has(row));
    const { undo } = verbs[verb];
    if (worked.length > 0) toast.done(say(`${verb}Done`, { count: worked.length }), undo && !isUndo ? { undo: async () => { await run(undo, worked, true); } } : {});
    const [first] = failures.values();
    if (first) toast.failed(first instanceof RequestError ? new RequestError(first.code, say('someFailed', { count: failures.size, why: first.message }), first.requestId, first.details) : first);
    return [...failures.keys()];
  }
  return { progress, run: (verb, rows) => run(verb, rows) };
}
