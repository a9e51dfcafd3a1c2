import { useEffect, useState } from 'react';
import { request } from '../../graphql/request.js';
import { EditorChecksDocument, type EditorChecksQuery } from './editor.generated.js';

export type TypedFinding = EditorChecksQuery['checkContent']['findings'][number];

const restMs = 900;

/** What the checks find, and why they could not look at what was typed last. */
export interface TypedChecks {
  readonly findings: readonly TypedFinding[] | undefined;
  readonly error: unknown;
}

/** What the checks find in the text as it is typed, a moment after the last change; the last answer stays until the next one. */
export function useTypedChecks(id: string, changes: Readonly<Record<string, unknown>>): TypedChecks {
  const [answer, setAnswer] = useState<TypedChecks>({ findings: undefined, error: undefined });
  useEffect(() => {
    const control = new AbortController();
    const timer = window.setTimeout(() => {
      request(EditorChecksDocument, { id, changes }, { signal: control.signal }).then(
        ({ checkContent }) => { setAnswer({ findings: checkContent.findings, error: undefined }); },
        (error: unknown) => { if (!control.signal.aborted) setAnswer((now) => ({ ...now, error })); },
      );
    }, restMs);
    return () => { window.clearTimeout(timer); control.abort(); };
  }, [id, changes]);
  return answer;
}
