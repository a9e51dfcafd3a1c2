import type { ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { Panel } from '../../components/panel.js';
import { choicesOf, choiceWords, noteOf, type Schema } from '../../components/schema-form/schema.js';
import { titleOf } from '../../components/schema-form/schema-fields.js';
import { schemaWords } from '../../components/schema-form/schema-words.js';
import { Time } from '../../components/time.js';
import type { ChannelWholeFragment, DestinationQuery } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

/** How an outlet is set up; of secrets, only that they are there. */
export function SettingsPanel({ destination: { slug, settings, hasSecrets, concurrency, ratePerMinute, updatedAt }, channel }: { readonly destination: DestinationQuery['destination']; readonly channel: ChannelWholeFragment }): ReactNode {
  const say = useWords(destinationsWords);
  const { language } = useAppearance();
  const shown = useShown();
  const properties = Object.entries((channel.settings as Schema).properties ?? {});
  const rows = properties.flatMap(([name, property]): (readonly [string, ReactNode])[] => {
    const title = titleOf(property, language) ?? name;
    if (hasSecrets.includes(name)) return [[title, <Badge key={name} tone="quiet">{say('secretKept')}</Badge>]];
    const value = (settings as Record<string, unknown>)[name];
    return value === undefined ? [] : [[title, shown(value, property)]];
  });
  const own: readonly (readonly [string, ReactNode])[] = [[say('slug'), slug], ...(channel.isPull ? [] : [[say('concurrency'), concurrency] as const, [say('rate'), ratePerMinute ?? say('noLimit')] as const]), [say('changed'), <Time key="u" at={updatedAt} look="ago" />]];
  return (
    <Panel title={say('settings')}>
      <dl className={styles.settings}>{[...rows, ...own].map(([name, value]) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
    </Panel>
  );
}

/** A setting's value, short. */
function useShown(): (value: unknown, property: Schema) => ReactNode {
  const say = useWords(schemaWords);
  const { language } = useAppearance();
  return (value, property) => {
    const words = choiceWords(noteOf(property, language), choicesOf(property));
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (Array.isArray(value)) return value.every((each) => typeof each === 'string') ? value.map((each) => words.get(each) ?? each).join('、') : say('whole', { count: value.length });
    return typeof value === 'string' ? words.get(value) ?? value : typeof value === 'number' ? String(value) : '';
  };
}
