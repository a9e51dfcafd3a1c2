import { Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ActorNamesDocument, type AuditTrailQuery } from './people.generated.js';
import { peopleWords } from './people-words.js';

type Entry = AuditTrailQuery['auditEntries']['nodes'][number];

export interface ActorFilterProps {
  readonly value: string | undefined;
  /** What the trail shows: it names an actor who is no person, such as a partner's key. */
  readonly entries: readonly Entry[];
  readonly onChange: (actorId: string | undefined) => void;
}

/** Chooses who did it: people are found by name or login, the system and those who had not signed in stand above them. */
export function ActorFilter({ value, entries, onChange }: ActorFilterProps): ReactNode {
  const say = useWords(peopleWords);
  const may = useMay();
  const [text, setText] = useState('');
  const { data } = useRead(ActorNamesDocument, { filter: text.trim() ? { text: text.trim() } : {} }, { isEnabled: may('person.read'), isAside: true, keepsLast: true });
  const people = (data?.people.nodes ?? []).map(({ id, name, login }) => ({ value: id, label: `${name}（${login}）` }));
  const always = [{ value: 'system', label: say('SYSTEM') }, { value: 'anonymous', label: say('ANONYMOUS') }].filter(({ label }) => label.includes(text.trim()));
  const known = [...always, ...people];
  const chosen = value && !known.some((each) => each.value === value) ? [{ value, label: entries.find(({ actorId }) => actorId === value)?.actorName || value }] : [];
  return (
    <Select
      allowClear showSearch={{ filterOption: false, onSearch: setText }} aria-label={say('who')} placeholder={say('who')} popupMatchSelectWidth={false}
      value={value ?? null} options={[...chosen, ...known]} onChange={(id: string | null | undefined) => { onChange(id ?? undefined); }}
    />
  );
}
