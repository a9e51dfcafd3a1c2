import { Checkbox, Input, InputNumber, Select, Switch } from 'antd';
import type { ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { choiceWords, choicesOf, fieldKind, noteOf, type Schema } from './schema.js';
import type { FieldProps } from './schema-fields.js';
import { schemaWords } from './schema-words.js';
import styles from './schema-form.module.css';

/** A property of one value, or of several plain ones. */
export function SimpleField(props: FieldProps): ReactNode {
  const say = useWords(schemaWords);
  const { id, schema, value, onChange } = props;
  switch (fieldKind(schema)) {
    case 'boolean': return <Switch id={id} aria-describedby={`${id}-note`} className={styles.switch!} checked={value === undefined ? schema.default === true : value === true} onChange={onChange} />;
    case 'number': case 'longText': case 'text': return <Typed {...props} />;
    case 'choice': return <Choice id={id} schema={schema} value={value} onChange={onChange} />;
    case 'choices': return <Choices label={props.label} schema={schema} value={value} onChange={onChange} />;
    case 'words': return <Words {...props} />;
    default: return <p id={id} className={styles.fixed}>{say('fixed')}</p>;
  }
}

function Typed({ id, schema, value, onChange }: FieldProps): ReactNode {
  const say = useWords(schemaWords);
  const usual = typeof schema.default === 'string' || typeof schema.default === 'number' ? say('usually', { value: schema.default }) : undefined;
  const common = { id, 'aria-describedby': `${id}-note`, ...(usual ? { placeholder: usual } : {}) };
  const longest = schema.maxLength ? { maxLength: schema.maxLength } : {};
  const text = typeof value === 'string' ? value : '';
  switch (fieldKind(schema)) {
    case 'number': return <InputNumber {...common} className={styles.number!} value={typeof value === 'number' ? value : null} {...bounds(schema)} precision={schema.type === 'integer' ? 0 : 2} onChange={(next) => { onChange(next ?? undefined); }} />;
    case 'longText': return <Input.TextArea {...common} {...longest} autoSize={{ minRows: 2, maxRows: 10 }} value={text} onChange={(event) => { onChange(event.target.value); }} />;
    default: return <Input {...common} {...longest} value={text} onChange={(event) => { onChange(event.target.value); }} />;
  }
}

function Words({ id, label, value, onChange }: FieldProps): ReactNode {
  const say = useWords(schemaWords);
  return <Select id={id} mode="tags" aria-label={label} aria-describedby={`${id}-note`} open={false} suffixIcon={null} placeholder={say('words')} tokenSeparators={['，', ',', '、']} value={Array.isArray(value) ? value as string[] : []} onChange={(next: string[]) => { onChange(next); }} />;
}

const bounds = ({ minimum, maximum }: Schema): { min?: number; max?: number } => ({ ...(minimum === undefined ? {} : { min: minimum }), ...(maximum === undefined ? {} : { max: maximum }) });

type ChoiceProps = Pick<FieldProps, 'schema' | 'value' | 'onChange'>;

function Choice({ id, schema, value, onChange }: ChoiceProps & { readonly id: string }): ReactNode {
  const { language } = useAppearance();
  const say = useWords(schemaWords);
  const values = choicesOf(schema);
  const words = choiceWords(noteOf(schema, language), values);
  const shown = value ?? schema.default ?? null;
  return <Select id={id} aria-describedby={`${id}-note`} allowClear={schema.default === undefined} placeholder={say('unset')} value={shown as string | null} onChange={(next: string | null | undefined) => { onChange(next ?? undefined); }} options={values.map((each) => ({ value: each, label: words.get(each) ?? each }))} />;
}

function Choices({ label, schema, value, onChange }: ChoiceProps & { readonly label: string }): ReactNode {
  const { language } = useAppearance();
  const values = choicesOf(schema);
  const words = choiceWords(noteOf(schema, language), values);
  const chosen = (Array.isArray(value) ? value : Array.isArray(schema.default) ? schema.default : []) as readonly string[];
  return (
    <div className={styles.choices} role="group" aria-label={label}>
      {values.map((each) => <Checkbox key={each} checked={chosen.includes(each)} onChange={(event) => { onChange(event.target.checked ? [...chosen, each] : chosen.filter((one) => one !== each)); }}>{words.get(each) ?? each}</Checkbox>)}
    </div>
  );
}
