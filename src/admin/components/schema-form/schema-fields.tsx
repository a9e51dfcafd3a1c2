import type { ReactNode } from 'react';
import { useAppearance, type Language } from '../../app/appearance.js';
import { FieldFrame } from './field-frame.js';
import { ListField } from './list-field.js';
import { choiceWords, choicesOf, faultOf, fieldKind, isAsked, noteOf, type Schema, type Values } from './schema.js';
import { SecretField } from './secret-field.js';
import { SimpleField } from './simple-field.js';
import styles from './schema-form.module.css';

export interface SchemaFieldsProps {
  readonly schema: Schema;
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  /** Secrets that are stored: their values are never here. */
  readonly kept?: readonly string[];
  /** True once somebody tried to save: what is missing is then said. */
  readonly isStrict?: boolean;
  /** What the server found wrong, in its sentences. */
  readonly problems?: readonly string[];
}

/** A form drawn from a JSON Schema: a field for each property, in its order. */
export function SchemaFields({ schema, values, onChange, kept = [], isStrict = false, problems = [] }: SchemaFieldsProps): ReactNode {
  return (
    <div className={styles.fields}>
      {Object.entries(schema.properties ?? {}).filter(([, property]) => isAsked(property, values)).map(([name, property]) => {
        const isRequired = schema.required?.includes(name) ?? false;
        return (
          <SchemaField
            key={name} name={name} schema={property} value={values[name]} isRequired={isRequired} isKept={kept.includes(name)} isStrict={isStrict}
            problem={problems.find((problem) => problem.startsWith(`${name}（`) || problem.startsWith(`${name}：`) || problem.startsWith(`${name}/`) || problem.startsWith(`缺少 ${name}`))}
            onChange={(value) => { onChange({ ...values, [name]: value }); }}
          />
        );
      })}
    </div>
  );
}

/** What every kind of field is given. */
export interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly schema: Schema;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
  readonly isStrict: boolean;
}

interface SchemaFieldProps extends Omit<FieldProps, 'id' | 'label'> {
  readonly name: string;
  readonly isRequired: boolean;
  readonly isKept: boolean;
  readonly problem: string | undefined;
}

function SchemaField({ name, schema, value, isRequired, isKept, isStrict, problem, onChange }: SchemaFieldProps): ReactNode {
  const { language } = useAppearance();
  const kind = fieldKind(schema);
  const label = titleOf(schema, language) ?? name;
  const fault = faultOf(schema, value, isRequired, isKept && value !== null);
  const shownFault = isStrict || fault === 'pattern' ? fault : undefined;
  const hint = (kind === 'choice' || kind === 'choices') && choiceWords(schema.description, choicesOf(schema)).size > 0 ? undefined : noteOf(schema, language);
  const Field = kind === 'secret' ? SecretField : kind === 'list' ? ListField : SimpleField;
  return (
    <FieldFrame label={label} hint={hint} isRequired={isRequired} isPlain={kind === 'boolean'} fault={shownFault} problem={problem} isGroup={kind === 'list' || kind === 'choices'} isWide={kind === 'list' || kind === 'longText' || kind === 'words' || kind === 'secret'}>
      {(id) => <Field id={id} label={label} schema={schema} value={value} isKept={isKept} isRequired={isRequired} isStrict={isStrict} onChange={onChange} Group={SchemaFields} />}
    </FieldFrame>
  );
}

/** What a property is called in this language, as far as its channel says. */
export const titleOf = ({ title, titleEn }: Schema, language: Language): string | undefined => (language === 'en' ? titleEn ?? title : title);
