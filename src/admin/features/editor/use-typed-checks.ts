import { useEffect, useState } from 'react';
import { request } from '../../graphql/request.js';
import { EditorChecksDocument, type EditorChecksQuery } from './editor.generated.js';

export type TypedFinding = EditorChecksQuery['checkContent']['findings'][number];

const restMs = 900;

/** What the checks find in the text as it is typed, a moment after the last change; the last answer stays until the next one. */
export function useTypedChecks(id: string, changes: Readonly<Record<string, unknown>>): { readonly findings: readonly TypedFinding[] | undefined; readonly isStale: boolean } {
  const [answer, setAnswer] = useState<{ readonly of: object; readonly findings: readonly TypedFinding[] }>();
  useEffect(() => {
    const control = new AbortController();
    const timer = window.setTimeout(() => {
      request(EditorChecksDocument, { id, changes }, { signal: control.signal }).then(({ checkContent }) => { setAnswer({ of: changes, findings: checkContent.findings }); }, () => undefined);
    }, restMs);
    return () => { window.clearTimeout(timer); control.abort(); };
  }, [id, changes]);
  return { findings: answer?.findings, isStale: answer?.of !== changes };
}
