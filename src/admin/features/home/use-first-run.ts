import { useEffect, useState } from 'react';
import { useRead } from '../../graphql/use-graphql.js';
import { useKept } from '../../app/use-kept.js';
import { currentStep, type FirstArrival, type FirstReview, type FirstStepId } from './first-steps.js';
import { HomeFirstArrivalDocument, HomeFirstReviewDocument, HomeFirstTextDocument, type HomeFirstTextQuery } from './home.generated.js';

type Text = HomeFirstTextQuery['contents']['nodes'][number];

export interface FirstRun {
  /** The step to do now; undefined when all are done. */
  readonly step: FirstStepId | undefined;
  readonly text: Text | undefined;
  readonly review: FirstReview | undefined;
  readonly arrival: FirstArrival | undefined;
  /** Follows the next text that is written from now on. */
  startAgain(): void;
}

/** How far the newcomer's own text is: the first one written on this computer since the first visit. Undefined while that is being asked. */
export function useFirstRun(): FirstRun | undefined {
  const [since, setSince] = useSince();
  const { data } = useRead(HomeFirstTextDocument, { filter: { updatedAt: { since } } }, { everyMs: 10_000, isAside: true });
  const text = data && firstOf(data, since);
  const { review, isPending } = useReviewOf(text);
  const arrival = useArrivalOf(text);
  if (!data || isPending) return undefined;
  const step = currentStep(text?.editorial ? { id: text.id, characterCount: text.characterCount, ...text.editorial } : undefined, arrival);
  return { step, text, review, arrival, startAgain: () => { setSince(new Date().toISOString()); } };
}

function useReviewOf(text: Text | undefined): { readonly review: FirstReview | undefined; readonly isPending: boolean } {
  const isReviewed = text !== undefined && text.editorial?.workflow !== 'DRAFT';
  const { data, isPending } = useRead(HomeFirstReviewDocument, { contentId: text?.id ?? '' }, { isEnabled: isReviewed, isAside: true });
  return { review: data?.reviews.nodes[0], isPending: isReviewed && isPending };
}

function useArrivalOf(text: Text | undefined): FirstArrival | undefined {
  const version = text?.editorial?.releasedVersion ?? 0;
  const { data } = useRead(HomeFirstArrivalDocument, { contentId: text?.id ?? '', version }, { isEnabled: version > 0, everyMs: 3000, isAside: true });
  return data?.deliveryProgress;
}

/** When the newcomer came. Kept at once, so that whoever signs in next on this computer follows the same text. */
function useSince(): readonly [string, (since: string) => void] {
  const [since, setSince] = useKept('firstSteps.since', '');
  const [now] = useState(() => new Date().toISOString());
  useEffect(() => { if (since === '') setSince(now); }, [since, setSince, now]);
  return [since || now, setSince];
}

/** The text of the list that was begun first since then. */
const firstOf = ({ contents }: HomeFirstTextQuery, since: string): Text | undefined =>
  contents.nodes.filter(({ editorial }) => editorial && editorial.createdAt >= since).sort((a, b) => a.editorial!.createdAt.localeCompare(b.editorial!.createdAt))[0];
