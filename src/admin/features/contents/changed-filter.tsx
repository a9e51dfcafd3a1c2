import { Select } from 'antd';
import { lazy, Suspense, useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { changedDays, changedText, type Changed } from './list-filters.js';
import { contentsWords } from './contents-words.js';
import styles from './contents.module.css';

// The date picker is heavy, and seldom needed beside the usual spans.
const DaysDialog = lazy(async () => ({ default: (await import('./days-dialog.js')).DaysDialog }));

/** When a content was last changed: today, the last days, or from one day to another. */
export function ChangedFilter({ value, onSet }: { readonly value: Changed | undefined; readonly onSet: (changed: Changed | undefined) => void }): ReactNode {
  const say = useWords(contentsWords);
  const [isPicking, setPicking] = useState(false);
  const inDays = (days: number): string => (days === 1 ? say('changedToday') : say('changedDays', { count: days }));
  const isUsual = !value || ('days' in value && changedDays.some((days) => days === value.days));
  const options = [
    { value: '', label: say('anyChange') },
    ...changedDays.map((days) => ({ value: changedText({ days }), label: inDays(days) })),
    ...(isUsual ? [] : [{ value: changedText(value), label: 'days' in value ? inDays(value.days) : say('changedSpan', value) }]),
    { value: 'pick', label: say('pickDays') },
  ];
  const choose = (chosen: string): void => {
    if (chosen === 'pick') setPicking(true);
    else onSet(changedDays.map((days) => ({ days })).find((each) => changedText(each) === chosen));
  };
  return (
    <>
      <Select className={styles.narrow!} popupMatchSelectWidth={false} aria-label={say('changed')} value={value ? changedText(value) : ''} options={options} onChange={choose} />
      {isPicking ? <Suspense fallback={null}><DaysDialog start={value && 'from' in value ? value : undefined} onSet={(days) => { onSet(days); setPicking(false); }} onClose={() => { setPicking(false); }} /></Suspense> : null}
    </>
  );
}
