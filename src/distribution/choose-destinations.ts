import type { ReleaseAction, Targets } from '../content/index.js';
import type { BlockRow } from './block.js';
import type { DestinationRow } from './destination.js';
import { holds, matches, type Matchable } from './rule.js';

/** Why a destination gets a release, or why not. */
export const destinationReasons = ['matchesRule', 'target', 'earlierVersion', 'blocked', 'excluded', 'notTargeted', 'closed', 'noMatch', 'nothingThere'] as const;
export type DestinationReason = (typeof destinationReasons)[number];

/** A release as the choice sees it. `topicPath` is its topics and all above them; `blocks` are those that hold for its text. */
export interface Choice {
  readonly action: ReleaseAction;
  readonly release: Matchable & { readonly targets?: Targets | undefined };
  readonly topicPath: readonly string[];
  readonly blocks: readonly BlockRow[];
}

/** What is said of one destination. `isWanted`: its rule or a target asked for it, so that not getting it needs a reason in the ledger. */
export interface Verdict {
  readonly receives: boolean;
  readonly reason: DestinationReason;
  readonly isWanted: boolean;
  readonly block?: BlockRow;
}

type Candidate = Pick<DestinationRow, '_id' | 'channelId' | 'rule' | 'isActive'>;

/** The blocks whose condition holds for a release, wherever they hold. Pure. */
export const blocksOf = (blocks: readonly BlockRow[], release: Matchable, topicPath: readonly string[]): BlockRow[] =>
  blocks.filter(({ condition }) => holds(condition, release, topicPath));

/** The block that keeps something from this destination. Pure. */
export const blockAt = (blocks: readonly BlockRow[], { _id, channelId }: Pick<Candidate, '_id' | 'channelId'>): BlockRow | undefined =>
  blocks.find(({ channelIds, destinationIds }) => (channelIds.length + destinationIds.length === 0) || channelIds.includes(channelId) || destinationIds.includes(_id));

/**
 * Whether a destination gets a release, and why. Who has an earlier version is told, whatever rules and targets say; but a block
 * lets no text through: then a person must act. Pure.
 */
export function judge(destination: Candidate, choice: Choice, hasEarlier: boolean): Verdict {
  const asked = whyAsked(destination, choice);
  const isWanted = asked === 'target' || asked === 'matchesRule' || (choice.action !== 'retract' && matches(destination.rule, choice.release, choice.topicPath));
  const verdict = (reason: DestinationReason, receives = false, block?: BlockRow): Verdict => ({ receives, reason, isWanted, ...(block && { block }) });
  if (choice.action === 'retract') return hasEarlier ? verdict('earlierVersion', true) : verdict('nothingThere');
  if (!hasEarlier && asked !== 'target' && asked !== 'matchesRule') return verdict(asked);
  const block = blockAt(choice.blocks, destination);
  if (block) return verdict('blocked', false, block);
  if (hasEarlier) return verdict('earlierVersion', true);
  return destination.isActive ? verdict(asked, true) : verdict('closed');
}

function whyAsked({ _id, rule }: Candidate, { release, topicPath }: Choice): 'excluded' | 'target' | 'notTargeted' | 'matchesRule' | 'noMatch' {
  const { also = [], only = [], except = [] } = release.targets ?? {};
  if (except.includes(_id)) return 'excluded';
  if (also.includes(_id) || only.includes(_id)) return 'target';
  if (only.length > 0) return 'notTargeted';
  return matches(rule, release, topicPath) ? 'matchesRule' : 'noMatch';
}
