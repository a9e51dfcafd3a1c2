import { DeleteOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { ConditionFields } from './condition-fields.js';
import { destinationsWords } from './destinations-words.js';
import { emptyCondition, type Condition } from './rule-form.js';
import styles from './rule-builder.module.css';

export interface RuleBuilderProps {
  readonly conditions: readonly Condition[];
  readonly onChange: (conditions: readonly Condition[]) => void;
}

/** What an outlet takes: one of several conditions holds; within a condition, all that is given. Some may keep things out. */
export function RuleBuilder({ conditions, onChange }: RuleBuilderProps): ReactNode {
  const say = useWords(destinationsWords);
  const change = (at: number, next: Condition): void => { onChange(conditions.map((each, index) => (index === at ? next : each))); };
  return (
    <div className={styles.builder}>
      {conditions.length === 0 ? <p className={styles.everything}>{say('takesAll')}</p> : null}
      {conditions.map((condition, at) => (
        <section key={at} className={`${styles.condition} ${condition.isBlocked ? styles.blocked : ''}`} aria-label={say('condition', { at: at + 1 })}>
          {at > 0 ? <span className={styles.or} aria-hidden="true">{say(condition.isBlocked ? 'butNot' : 'or')}</span> : null}
          <div className={styles.head}>
            <Segmented size="small" aria-label={say('effect')} value={condition.isBlocked ? 'block' : 'take'} options={[{ value: 'take', label: say('take') }, { value: 'block', label: say('block') }]} onChange={(value) => { change(at, { ...condition, isBlocked: value === 'block' }); }} />
            <Button type="text" size="small" danger icon={<DeleteOutlined />} aria-label={say('removeCondition', { at: at + 1 })} onClick={() => { onChange(conditions.filter((_, index) => index !== at)); }} />
          </div>
          <ConditionFields condition={condition} onChange={(next) => { change(at, next); }} />
        </section>
      ))}
      <Button icon={<PlusOutlined />} onClick={() => { onChange([...conditions, emptyCondition]); }}>{say(conditions.length === 0 ? 'firstCondition' : 'addCondition')}</Button>
    </div>
  );
}
