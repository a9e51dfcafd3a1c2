import { useState } from 'react';
import { isSound, startValues, withoutEmpty, type Schema, type Values } from '../../components/schema-form/schema.js';
import type { ChannelWholeFragment, CreateDestinationInput, DestinationQuery } from './destinations.generated.js';
import { toForm, toRule, type Condition } from './rule-form.js';

type Stored = DestinationQuery['destination'];

/** What is being said about an outlet. */
export interface Draft {
  readonly name: string;
  readonly slug: string;
  readonly settings: Values;
  readonly conditions: readonly Condition[];
  readonly concurrency: number | undefined;
  readonly ratePerMinute: number | undefined;
}

export interface DestinationForm {
  readonly draft: Draft;
  readonly isDirty: boolean;
  readonly isSound: boolean;
  /** True once somebody tried to save what is not complete. */
  readonly isStrict: boolean;
  set(change: Partial<Draft>): void;
  insist(): void;
  /** What goes to the server. */
  input(): Omit<CreateDestinationInput, 'channelId'>;
}

const slugPattern = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** True for a name that may stand in an address. */
export const isSlug = (slug: string): boolean => slugPattern.test(slug) && slug.length <= 60;

/** The form of an outlet: a new one of this kind, or one that is there. */
export function useDestinationForm({ settings: schema }: Pick<ChannelWholeFragment, 'settings'>, stored?: Stored): DestinationForm {
  const [draft, setDraft] = useState<Draft>(() => (stored ? draftOf(stored) : { name: '', slug: '', settings: startValues(schema as Schema), conditions: [], concurrency: undefined, ratePerMinute: undefined }));
  const [isDirty, setDirty] = useState(false);
  const [isStrict, setStrict] = useState(false);
  return {
    draft, isDirty, isStrict,
    isSound: draft.name.trim() !== '' && isSlug(draft.slug) && isSound(schema as Schema, draft.settings, stored?.hasSecrets),
    set(change) { setDirty(true); setDraft({ ...draft, ...change }); },
    insist() { setStrict(true); },
    input: () => ({
      name: draft.name.trim(), slug: draft.slug, settings: withoutEmpty(draft.settings), rule: toRule(draft.conditions),
      ...(draft.concurrency === undefined ? {} : { concurrency: draft.concurrency }), ...(draft.ratePerMinute === undefined ? {} : { ratePerMinute: draft.ratePerMinute }),
    }),
  };
}

const draftOf = ({ name, slug, settings, rule, concurrency, ratePerMinute }: Stored): Draft =>
  ({ name, slug, settings: settings as Values, conditions: toForm(rule), concurrency, ratePerMinute: ratePerMinute ?? undefined });
