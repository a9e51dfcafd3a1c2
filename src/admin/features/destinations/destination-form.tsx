import { Button, Input, InputNumber } from 'antd';
import { useEffect, type ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useUnsaved } from '../../app/use-unsaved.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { FieldFrame } from '../../components/schema-form/field-frame.js';
import type { Schema } from '../../components/schema-form/schema.js';
import { SchemaFields } from '../../components/schema-form/schema-fields.js';
import { Panel } from '../../components/panel.js';
import type { RequestError } from '../../graphql/request.js';
import { withoutEmpty } from '../../components/schema-form/schema.js';
import type { ChannelWholeFragment } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { PayloadPreview } from './payload-preview.js';
import { RuleBuilder } from './rule-builder.js';
import { RulePreview } from './rule-preview.js';
import { isSlug, type DestinationForm as Form } from './use-destination-form.js';
import styles from './destinations.module.css';

export interface DestinationFormProps {
  readonly channel: ChannelWholeFragment;
  readonly form: Form;
  readonly kept?: readonly string[];
  /** The outlet, when it is there already. */
  readonly destinationId?: string;
  readonly saving: { readonly isPending: boolean; readonly error: RequestError | null };
  /** Where to go, once it is saved. */
  readonly savedTo: string | undefined;
  readonly saveText: string;
  readonly onSave: () => void;
}

/** What can be said about an outlet, what its rule would have taken, and what would go out: all before it is saved. */
export function DestinationForm({ channel, form, kept = [], destinationId, saving, savedTo, saveText, onSave }: DestinationFormProps): ReactNode {
  const say = useWords(destinationsWords);
  const navigate = useNavigate();
  const { draft, set } = form;
  useUnsaved(form.isDirty && savedTo === undefined);
  // After the question about unsaved text has been taken back.
  useEffect(() => { if (savedTo) void navigate(savedTo); }, [navigate, savedTo]);
  const problems = saving.error?.code === 'INVALID_SETTINGS' && Array.isArray(saving.error.details['problems']) ? saving.error.details['problems'].map(String) : [];
  const save = (): void => { if (form.isSound) onSave(); else form.insist(); };
  return (
    <div className={styles.columns}>
      <form className={styles.panels} noValidate onSubmit={(event) => { event.preventDefault(); save(); }}>
        <Panel title={say('basics')}><Basics form={form} channel={channel} /></Panel>
        <Panel title={say('settings')}><SchemaFields schema={channel.settings as Schema} values={draft.settings} kept={kept} isStrict={form.isStrict} problems={problems} onChange={(settings) => { set({ settings }); }} /></Panel>
        <Panel title={say('rule')}><p className={styles.hint}>{say('ruleHint')}</p><RuleBuilder conditions={draft.conditions} onChange={(conditions) => { set({ conditions }); }} /></Panel>
        <ErrorNotice error={saving.error} />
        {form.isStrict && !form.isSound ? <p role="alert" className={styles.trouble}>{say('incomplete')}</p> : null}
        <div className={styles.saveBar}>
          <Button onClick={() => { void navigate(destinationId ? `/destinations/${destinationId}` : '/destinations'); }}>{say('cancel')}</Button>
          <Button type="primary" htmlType="submit" loading={saving.isPending}>{saveText}</Button>
        </div>
      </form>
      <div className={`${styles.panels} ${styles.beside}`}>
        <RulePreview conditions={draft.conditions} />
        <PayloadPreview channel={channel} settings={withoutEmpty(draft.settings)} {...(destinationId ? { destinationId } : {})} />
      </div>
    </div>
  );
}

function Basics({ form: { draft, set, isStrict }, channel }: { readonly form: Form; readonly channel: ChannelWholeFragment }): ReactNode {
  const say = useWords(destinationsWords);
  return (
    <div className={styles.fields}>
      <FieldFrame label={say('name')} isRequired hint={say('nameHint')} fault={isStrict && !draft.name.trim() ? 'missing' : undefined}>
        {(id) => <Input id={id} aria-describedby={`${id}-note`} maxLength={100} value={draft.name} onChange={(event) => { set({ name: event.target.value }); }} />}
      </FieldFrame>
      <FieldFrame label={say('slug')} isRequired hint={say(channel.isPull ? 'slugFeed' : 'slugHint')} problem={draft.slug && !isSlug(draft.slug) ? say('slugWrong') : undefined} fault={isStrict && !draft.slug ? 'missing' : undefined}>
        {(id) => <Input id={id} aria-describedby={`${id}-note`} maxLength={60} {...(channel.isPull ? { prefix: <span className={styles.hint}>/feeds/</span> } : {})} value={draft.slug} onChange={(event) => { set({ slug: event.target.value.toLowerCase() }); }} />}
      </FieldFrame>
      {channel.isPull ? null : (
        <>
          <FieldFrame label={say('concurrency')} hint={say('concurrencyHint')}>
            {(id) => <InputNumber id={id} aria-describedby={`${id}-note`} min={1} max={100} precision={0} placeholder="4" value={draft.concurrency ?? null} onChange={(value) => { set({ concurrency: value ?? undefined }); }} />}
          </FieldFrame>
          <FieldFrame label={say('rate')} hint={say('rateHint')}>
            {(id) => <InputNumber id={id} aria-describedby={`${id}-note`} min={1} max={100_000} precision={0} value={draft.ratePerMinute ?? null} onChange={(value) => { set({ ratePerMinute: value ?? undefined }); }} />}
          </FieldFrame>
        </>
      )}
    </div>
  );
}
