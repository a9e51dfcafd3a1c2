import { Select, TreeSelect } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { contentKinds, useContentNames } from '../../components/content-state.js';
import { topicTree } from '../../components/topic-tree.js';
import { useRead } from '../../graphql/use-graphql.js';
import { RuleChoicesDocument } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import type { Condition, ListName } from './rule-form.js';
import styles from './rule-builder.module.css';

/** The fields of one condition: all that is given must hold; within one field, any. */
export function ConditionFields({ condition, onChange }: { readonly condition: Condition; readonly onChange: (condition: Condition) => void }): ReactNode {
  const say = useWords(destinationsWords);
  const names = useContentNames();
  const { data: choices } = useRead(RuleChoicesDocument, {}, { isAside: true });
  const set = (name: ListName) => (values: string[]): void => { onChange({ ...condition, [name]: values }); };
  const many = (name: ListName, options: { value: string; label: string }[]): ReactNode =>
    <Field label={say(name)}><Select mode="multiple" aria-label={say(name)} optionFilterProp="label" placeholder={say('any')} value={[...condition[name]]} options={options} onChange={set(name)} /></Field>;
  const typed = (name: 'tags' | 'places' | 'texts'): ReactNode =>
    <Field label={say(name)}><Select mode="tags" open={false} suffixIcon={null} aria-label={say(name)} tokenSeparators={['，', ',', '、']} placeholder={say(`${name}Hint`)} value={[...condition[name]]} onChange={set(name)} /></Field>;
  return (
    <div className={styles.fields}>
      {many('kinds', contentKinds.map((kind) => ({ value: kind, label: names.kind(kind) })))}
      <Field label={say('topicIds')}><TreeSelect multiple treeDefaultExpandAll showSearch treeNodeFilterProp="title" aria-label={say('topicIds')} placeholder={say('any')} value={[...condition.topicIds]} treeData={topicTree(choices?.topics ?? [], condition.topicIds)} onChange={set('topicIds')} /></Field>
      {many('unitIds', (choices?.units.nodes ?? []).map(({ id, name }) => ({ value: id, label: name })))}
      {typed('tags')}{typed('places')}
      <Field label={say('minImportance')}><Select allowClear aria-label={say('minImportance')} placeholder={say('any')} value={condition.minImportance ?? null} options={[1, 2, 3, 4, 5].map((value) => ({ value, label: say('atLeast', { value }) }))} onChange={(value: number | null | undefined) => { onChange({ ...condition, minImportance: value ?? undefined }); }} /></Field>
      {typed('texts')}
    </div>
  );
}

const Field = ({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode => <div className={styles.field}><span className={styles.label}>{label}</span>{children}</div>;
