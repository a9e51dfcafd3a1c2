/** What is noted before freepublish/submit is asked: when, and how many submissions WeChat had counted that day, if it told. */
export interface SubmissionNote {
  readonly at: Date;
  readonly used: number | undefined;
}

/** The note as kept on the delivery. */
export const writeSubmission = ({ at, used }: SubmissionNote): string => JSON.stringify({ at: at.toISOString(), used });

/** Reads a note back. */
export function readSubmission(note: string): SubmissionNote {
  const { at, used } = JSON.parse(note) as { at: string; used?: number };
  return { at: new Date(at), used };
}
