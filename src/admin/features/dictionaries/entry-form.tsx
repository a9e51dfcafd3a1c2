import { Form, Input, Modal, Radio, Select } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import type { DictionaryName } from '../../graphql/generated/schema-types.js';
import { dictionariesWords } from './dictionaries-words.js';
import { isPhrases, type Entry } from './entries.js';
import { useColumnNames } from './use-column-names.js';

export interface EntryFormProps {
  readonly name: DictionaryName;
  readonly entries: readonly Entry[];
  /** Which line is changed; a new one when left out. */
  readonly index: number | undefined;
  readonly onDone: (entry: Entry, index: number | undefined) => void;
  readonly onClose: () => void;
}

const blank: Entry = { term: '', replacement: null, severity: 'WARN', exceptions: [], posts: [], misspellings: [], note: null };

/** A line of a dictionary, to write or to change. Nothing is saved before the version is. */
export function EntryForm({ name, entries, index, onDone, onClose }: EntryFormProps): ReactNode {
  const say = useWords(dictionariesWords);
  const columnName = useColumnNames(name);
  const [form] = Form.useForm<Entry>();
  const entry = index === undefined ? blank : entries[index] ?? blank;
  const isTaken = (term: string): boolean => entries.some((each, at) => each.term === term.trim() && at !== index);
  const done = (fields: Partial<Entry>): void => {
    const { term, replacement, note, ...rest } = { ...blank, ...fields };
    onDone({ ...rest, severity: isPhrases(name) ? rest.severity : null, term: term.trim(), replacement: replacement?.trim() || null, note: note?.trim() || null }, index);
  };
  const many = (field: 'exceptions' | 'posts' | 'misspellings', hint?: string): ReactNode =>
    <Form.Item name={field} label={say(field)} extra={hint} {...(field === 'posts' ? { rules: [{ required: true, message: say('required') }] } : {})}><Select mode="tags" open={false} suffixIcon={null} aria-label={say(field)} tokenSeparators={['；', ';', '、', '，', ',']} /></Form.Item>;
  return (
    <Modal open title={index === undefined ? say('add') : say('editOf', { term: entry.term })} width="min(520px, 100vw)" okText={say('ok')} cancelText={say('cancel')} onOk={() => { form.submit(); }} onCancel={onClose}>
      <Form<Entry> form={form} layout="vertical" initialValues={entry} onFinish={done}>
        <Form.Item name="term" label={columnName('term')} rules={[{ required: true, whitespace: true, message: say('required') }, { validator: (_, term: string) => (isTaken(term) ? Promise.reject(new Error(say('taken', { term: term.trim() }))) : Promise.resolve()) }]}><Input ref={focusOnceShown} maxLength={60} /></Form.Item>
        {isPhrases(name) ? (
          <>
            <Form.Item name="replacement" label={say('replacement')}><Input maxLength={100} /></Form.Item>
            <Form.Item name="severity" label={say('severity')} required><Radio.Group options={(['WARN', 'BLOCK'] as const).map((value) => ({ value, label: say(value) }))} /></Form.Item>
            {many('exceptions', say('exceptionsHint'))}
          </>
        ) : null}
        {name === 'LEADERS' ? <>{many('posts', say('postsHint'))}{many('misspellings')}</> : null}
        <button type="submit" hidden aria-hidden tabIndex={-1} />
        <Form.Item name="note" label={columnName('note')} extra={isPhrases(name) ? say('entryNoteHint') : null}><Input maxLength={200} /></Form.Item>
      </Form>
    </Modal>
  );
}
