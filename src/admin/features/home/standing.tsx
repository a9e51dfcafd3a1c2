import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { homeWords } from './home-words.js';
import type { FirstRun } from './use-first-run.js';

/** How far the step to do is, where it has parts: signatures given, outlets reached. */
export function Standing({ run: { step, review, arrival } }: { readonly run: FirstRun }): ReactNode {
  const say = useWords(homeWords);
  if (step === 'sign' && review) return <Badge tone="info">{say('signed', { count: review.signatures.length, total: review.steps.length })}</Badge>;
  if (step === 'deliver' && arrival) return <Badge tone="info">{say('arrived', { confirmed: arrival.confirmed, total: arrival.total })}</Badge>;
  return null;
}
