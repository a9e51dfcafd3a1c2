import { ArrowDownOutlined, ArrowUpOutlined, DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ComponentType, ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { startValues, type Values } from './schema.js';
import type { FieldProps, SchemaFieldsProps } from './schema-fields.js';
import { schemaWords } from './schema-words.js';
import styles from './schema-form.module.css';

/** A list of groups, each a small form drawn by `Group`; they can be moved, since order often matters. */
export function ListField({ label, schema, value, onChange, isStrict, Group }: FieldProps & { readonly Group: ComponentType<SchemaFieldsProps> }): ReactNode {
  const say = useWords(schemaWords);
  const items = (Array.isArray(value) ? value : []) as readonly Values[];
  const move = (from: number, to: number): void => {
    const next = [...items];
    const [moved] = next.splice(from, 1);
    if (moved) next.splice(to, 0, moved);
    onChange(next);
  };
  return (
    <div className={styles.list}>
      {items.map((item, at) => (
        <section key={at} className={styles.item} aria-label={say('item', { title: label, at: at + 1 })}>
          <div className={styles.itemHead}>
            <strong>{typeof item['name'] === 'string' && item['name'] ? item['name'] : say('item', { title: label, at: at + 1 })}</strong>
            <span>
              <Button type="text" size="small" disabled={at === 0} icon={<ArrowUpOutlined />} aria-label={say('up', { at: at + 1 })} onClick={() => { move(at, at - 1); }} />
              <Button type="text" size="small" disabled={at === items.length - 1} icon={<ArrowDownOutlined />} aria-label={say('down', { at: at + 1 })} onClick={() => { move(at, at + 1); }} />
              <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={say('removeItem', { at: at + 1 })} onClick={() => { onChange(items.filter((each) => each !== item)); }} />
            </span>
          </div>
          <Group schema={schema.items!} values={item} isStrict={isStrict} onChange={(next) => { onChange(items.map((each, index) => (index === at ? next : each))); }} />
        </section>
      ))}
      {items.length < (schema.maxItems ?? Infinity) ? <Button size="small" icon={<PlusOutlined />} onClick={() => { onChange([...items, startValues(schema.items!)]); }}>{say('addItem')}</Button> : null}
    </div>
  );
}
