import { useMe } from '../../app/session/me.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ReviewsWaitingDocument } from './reviews.generated.js';

const signing = ['revision.sign.first', 'revision.sign.second', 'revision.sign.final'];

/** How many texts wait for this person's signature; undefined for who signs nothing. */
export function useWaitingCount(): number | undefined {
  const { permissions } = useMe();
  const { data } = useRead(ReviewsWaitingDocument, { first: 10 }, { isEnabled: signing.some((permission) => permissions.has(permission)), everyMs: 60_000 });
  return data?.reviews.totalCount ?? undefined;
}
