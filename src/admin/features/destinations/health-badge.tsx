import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import type { DestinationLineFragment } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { healthOf } from './health-of.js';

/** How a destination is doing, by colour and word. */
export function HealthBadge({ destination }: { readonly destination: DestinationLineFragment }): ReactNode {
  const say = useWords(destinationsWords);
  const { word, tone } = healthOf(destination);
  return <Badge tone={tone}>{say(word)}</Badge>;
}
