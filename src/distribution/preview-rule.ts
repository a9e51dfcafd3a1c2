import { Field, ID, ObjectType } from 'type-graphql';
import { findLatestReleases, topicCache, type Release } from '../content/index.js';
import { DateTime } from '../kernel/index.js';
import { matches, type Rule } from './rule.js';

/** Releases a preview looks through. */
export const previewed = 100;

@ObjectType({ description: 'A release that a rule would have selected.', simpleResolvers: true })
export class PreviewedRelease {
  @Field(() => ID, { description: 'The content.' })
  contentId!: string;

  @Field(() => String, { description: 'Its kind.' })
  kind!: string;

  @Field(() => String, { description: 'Its title.' })
  title!: string;

  @Field(() => DateTime, { description: 'When it was released.' })
  releasedAt!: Date;
}

/** Which of the last 100 releases this rule selects, newest first. Topics are asked for once for all of them. */
export async function previewRule(rule: Rule): Promise<PreviewedRelease[]> {
  const releases = await findLatestReleases(previewed);
  const topics = await topicCache.load([...new Set(releases.flatMap(({ topicIds }) => topicIds))]);
  const paths = new Map(topics.flatMap((topic) => (topic ? [[topic._id, topic.path] as const] : [])));
  const pathOf = ({ topicIds }: Release): string[] => topicIds.flatMap((id) => paths.get(id) ?? []);
  return releases.filter((release) => matches(rule, release, pathOf(release))).map(({ contentId, kind, title, releasedAt }) => ({ contentId, kind, title, releasedAt }));
}
