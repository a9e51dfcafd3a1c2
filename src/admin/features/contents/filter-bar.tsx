import { FilterOutlined } from '@ant-design/icons';
import { Button, Input, Select, TreeSelect, type SelectProps } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useIsWide } from '../../app/use-media.js';
import { useWords } from '../../app/words.js';
import { contentKinds, publicationStates, useContentNames, workflows } from '../../components/content-state.js';
import { topicTree } from '../../components/topic-tree.js';
import { useRead } from '../../graphql/use-graphql.js';
import { ContentChoicesDocument } from './contents.generated.js';
import { ChangedFilter } from './changed-filter.js';
import { contentsWords } from './contents-words.js';
import { changedText, type FilterKey, type ListFiltersInAddress } from './list-filters.js';
import { SearchField } from './search-field.js';
import styles from './contents.module.css';

/** The filters above the list; each is in the address as soon as it is chosen. On phones all but the words wait behind a button. */
export function FilterBar({ list }: { readonly list: ListFiltersInAddress }): ReactNode {
  const say = useWords(contentsWords);
  const isWide = useIsWide();
  const [isOpen, setOpen] = useState(false);
  const choices = useId();
  const { filters, set } = list;
  return (
    <div className={`${styles.filters} no-print`} role="search">
      <SearchField label={say('searchText')} value={filters.text} onSet={(text) => { set('q', text ? [text] : [], { isSameStep: filters.text !== '' && text !== '' }); }} />
      {isWide ? null : <Button icon={<FilterOutlined />} aria-expanded={isOpen} aria-controls={choices} onClick={() => { setOpen(!isOpen); }}>{say('filters')}</Button>}
      <div id={choices} className={styles.choices}>{isWide || isOpen ? <Choices list={list} /> : null}</div>
      {list.isFiltered ? <Button type="text" onClick={() => { list.show(''); }}>{say('clear')}</Button> : null}
    </div>
  );
}

function Choices({ list: { filters, set } }: { readonly list: ListFiltersInAddress }): ReactNode {
  const say = useWords(contentsWords);
  const names = useContentNames();
  const { data } = useRead(ContentChoicesDocument, {}, { isAside: true });
  const many = (key: FilterKey, label: string, value: readonly string[], options: SelectProps['options']): ReactNode => (
    <Select mode="multiple" allowClear maxTagCount="responsive" className={styles.filter!} placeholder={label} aria-label={label} value={[...value]} options={options ?? []} onChange={(values: string[]) => { set(key, values); }} optionFilterProp="label" />
  );
  return (
    <>
      {many('kind', say('kind'), filters.kinds, contentKinds.map((kind) => ({ value: kind, label: names.kind(kind) })))}
      {many('workflow', say('workflow'), filters.workflow, workflows.map((state) => ({ value: state, label: names.workflow(state) })))}
      {many('publication', say('publication'), filters.publication, publicationStates.map((state) => ({ value: state, label: names.publication(state) })))}
      <Select allowClear showSearch className={styles.filter!} placeholder={say('unit')} aria-label={say('unit')} optionFilterProp="label" value={filters.unit ?? null} onChange={(unit: string | null) => { set('unit', unit ? [unit] : []); }} options={(data?.units.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))} />
      <TreeSelect allowClear showSearch treeDefaultExpandAll className={styles.filter!} placeholder={say('topic')} aria-label={say('topic')} treeNodeFilterProp="title" value={filters.topic ?? null} onChange={(topic: string | null) => { set('topic', topic ? [topic] : []); }} treeData={topicTree(data?.topics ?? [], filters.topic ? [filters.topic] : [])} />
      <Words key={`tag${filters.tag}`} label={say('tag')} hint={say('tagHint')} value={filters.tag} onSet={(tag) => { set('tag', tag ? [tag] : []); }} />
      <Select className={styles.narrow!} aria-label={say('importance')} value={filters.importance} onChange={(value: number) => { set('importance', value > 1 ? [String(value)] : []); }} options={[1, 2, 3, 4, 5].map((value) => ({ value, label: value === 1 ? say('anyImportance') : say('importanceFrom', { value }) }))} />
      <ChangedFilter value={filters.changed} onSet={(changed) => { set('changed', changed ? [changedText(changed)] : []); }} />
      <Select className={styles.narrow!} aria-label={say('author')} value={filters.isMine ? 'me' : 'all'} onChange={(value: string) => { set('author', value === 'me' ? ['me'] : []); }} options={[{ value: 'all', label: say('everybody') }, { value: 'me', label: say('mine') }]} />
      <Select className={styles.narrow!} aria-label={say('shelf')} value={filters.isArchived ? 'yes' : 'no'} onChange={(value: string) => { set('archived', value === 'yes' ? ['yes'] : []); }} options={[{ value: 'no', label: say('active') }, { value: 'yes', label: say('archived') }]} />
      <Select className={styles.filter!} aria-label={say('sort')} value={filters.order} onChange={(value: string) => { set('order', value === 'UPDATED_AT_ASC' ? ['oldest'] : []); }} options={[{ value: 'UPDATED_AT_DESC', label: say('newestFirst') }, { value: 'UPDATED_AT_ASC', label: say('oldestFirst') }]} />
    </>
  );
}

interface WordsProps {
  readonly label: string;
  readonly hint: string;
  readonly value: string;
  readonly onSet: (words: string) => void;
}

/** A whole word: taken with Enter or on leaving, as half of it is none. */
function Words({ label, hint, value, onSet }: WordsProps): ReactNode {
  const [text, setText] = useState(value);
  const set = (): void => { if (text.trim() !== value) onSet(text.trim()); };
  return <Input allowClear className={styles.filter!} type="search" aria-label={label} placeholder={hint} maxLength={30} value={text} onChange={(event) => { setText(event.target.value); if (event.target.value === '' && value) onSet(''); }} onBlur={set} onPressEnter={(event) => { if (!isComposing(event)) set(); }} />;
}
