import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { Panel } from '../../components/panel.js';
import { isSound, withoutEmpty, type Schema, type Values } from '../../components/schema-form/schema.js';
import { SchemaFields } from '../../components/schema-form/schema-fields.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { OperationStartDocument, RunOperationDocument, type ChannelWholeFragment } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

type Operation = ChannelWholeFragment['operations'][number];

/** What else can be done at an outlet, such as its menu: each by the form that its schema draws. */
export function Operations({ destinationId, operations }: { readonly destinationId: string; readonly operations: readonly Operation[] }): ReactNode {
  const say = useWords(destinationsWords);
  const { language } = useAppearance();
  const [open, setOpen] = useState<Operation>();
  return (
    <Panel title={say('operations')}>
      <ul className={styles.operations}>
        {operations.map((operation) => (
          <li key={operation.name}>
            <Button onClick={() => { setOpen(operation); }}>{language === 'zh' ? operation.label : operation.labelEn}…</Button>
            <span className={styles.hint}>{operation.description}</span>
          </li>
        ))}
      </ul>
      <Drawer open={open !== undefined} onClose={() => { setOpen(undefined); }} size="min(640px, 100vw)" destroyOnHidden title={(language === 'zh' ? open?.label : open?.labelEn) ?? ''}>
        {open ? <Start destinationId={destinationId} operation={open} /> : null}
      </Drawer>
    </Panel>
  );
}

/** The form starts from how it is at the outlet now. */
function Start({ destinationId, operation }: { readonly destinationId: string; readonly operation: Operation }): ReactNode {
  const { data, error, refetch } = useRead(OperationStartDocument, { destinationId, name: operation.name });
  if (error) return <ErrorNotice error={error} onRetry={() => { void refetch(); }} />;
  return data ? <OperationForm destinationId={destinationId} operation={operation} start={(data.channelOperationInput ?? {}) as Values} /> : <Loading lines={5} />;
}

const tones = { DONE: 'ok', REFUSED: 'bad', UNKNOWN: 'warn' } as const;

function OperationForm({ destinationId, operation: { name, label, labelEn, description, input }, start }: { readonly destinationId: string; readonly operation: Operation; readonly start: Values }): ReactNode {
  const say = useWords(destinationsWords);
  const { language } = useAppearance();
  const [values, setValues] = useState(start);
  const [isStrict, setStrict] = useState(false);
  const run = useAct(RunOperationDocument);
  const schema = input as Schema;
  const title = language === 'zh' ? label : labelEn;
  const result = run.data?.runChannelOperation;
  const press = (): void => {
    if (!isSound(schema, values)) setStrict(true);
    else ask({ title: say('runAsk', { title }), why: description, ok: title, cancel: say('cancel'), onOk: () => { run.mutate({ destinationId, name, input: withoutEmpty(values) }); } });
  };
  return (
    <div className={styles.panels}>
      <p className={styles.hint}>{description}</p>
      <SchemaFields schema={schema} values={values} isStrict={isStrict} onChange={(next) => { run.reset(); setValues(next); }} />
      {isStrict && !isSound(schema, values) ? <p role="alert" className={styles.trouble}>{say('incomplete')}</p> : null}
      <ErrorNotice error={run.error} />
      <div role="status">{result ? <p><Badge tone={tones[result.outcome]}>{say(result.outcome)}</Badge> {result.message}</p> : null}</div>
      <div><Button type="primary" loading={run.isPending} onClick={press}>{title}</Button></div>
    </div>
  );
}
