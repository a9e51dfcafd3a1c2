import { ArrowRightOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { fieldWords } from '../../components/field-words.js';
import type { Figure } from './draft.js';
import { editorWords } from './editor-words.js';
import { fieldId } from './field-id.js';
import { LineActs, moved, without } from './line-acts.js';
import styles from './panels.module.css';

const most = 30;
const parts = { name: 'figureName', before: 'figureBefore', after: 'figureAfter' } as const;

/** 成效数据: what is measured, before and after, one figure to a line. */
export function FiguresField({ figures, isEditable, onChange }: { readonly figures: readonly Figure[]; readonly isEditable: boolean; readonly onChange: (figures: readonly Figure[]) => void }): ReactNode {
  const say = useWords(editorWords);
  const words = useWords(fieldWords);
  const input = (at: number, part: keyof typeof parts): ReactNode => (
    <Input
      id={fieldId(`figures[${at}].${part}`)} aria-label={`${words(parts[part])} ${at + 1}`} placeholder={words(parts[part])} readOnly={!isEditable} maxLength={60} value={figures[at]![part]}
      onChange={(event) => { onChange(figures.map((figure, other) => (other === at ? { ...figure, [part]: event.target.value } : figure))); }}
    />
  );
  return (
    <div className={styles.lines} id={fieldId('figures')} role="group" aria-label={words('figures')}>
      {figures.map((figure, at) => (
        <div key={at} className={styles.figureLine}>
          {input(at, 'name')}
          <div>{input(at, 'before')}<ArrowRightOutlined aria-hidden="true" />{input(at, 'after')}</div>
          {isEditable ? <LineActs name={figure.name || `${words('figures')} ${at + 1}`} isFirst={at === 0} onUp={() => { onChange(moved(figures, at)); }} onRemove={() => { onChange(without(figures, at)); }} /> : null}
        </div>
      ))}
      {isEditable && figures.length < most ? <div><Button size="small" icon={<PlusOutlined />} onClick={() => { onChange([...figures, { name: '', before: '', after: '' }]); }}>{say('addFigure')}</Button></div> : null}
    </div>
  );
}
