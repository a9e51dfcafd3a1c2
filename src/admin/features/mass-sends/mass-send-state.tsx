import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge, type Tone } from '../../components/badge.js';
import type { MassSendState } from '../../graphql/generated/schema-types.js';
import { massSendsWords } from './mass-sends-words.js';

const tones: Readonly<Record<MassSendState, Tone>> = {
  REQUESTED: 'warn', APPROVED: 'info', SENDING: 'info', ACCEPTED: 'info', UNCLEAR: 'warn', DELIVERED: 'ok', REFUSED: 'bad', REJECTED: 'quiet', CANCELLED: 'quiet',
};

export const massSendStates = Object.keys(tones) as readonly MassSendState[];

/** Where a mass send stands, by colour and word. */
export function MassSendBadge({ state }: { readonly state: MassSendState }): ReactNode {
  const say = useWords(massSendsWords);
  return <Badge tone={tones[state]}>{say(state)}</Badge>;
}
