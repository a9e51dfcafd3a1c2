import { Input, Modal, Select } from 'antd';
import { useState, type ReactNode } from 'react';
import { useAppearance } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { focusOnceShown } from '../../components/focus-once-shown.js';
import { FieldFrame } from '../../components/schema-form/field-frame.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { ConditionFields } from './condition-fields.js';
import { BlockPlacesDocument, CreateDeliveryBlockDocument } from './destinations.generated.js';
import { destinationsWords } from './destinations-words.js';
import { asksSomething, emptyCondition, toCondition } from './rule-form.js';
import { RulePreview } from './rule-preview.js';
import styles from './destinations.module.css';

/** Sets up a block: why, where, and what it keeps back; beside it, what of the last releases it would have caught. */
export function BlockDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const say = useWords(destinationsWords);
  const { language } = useAppearance();
  const toast = useToast();
  const [reason, setReason] = useState('');
  const [places, setPlaces] = useState<readonly string[]>([]);
  const [condition, setCondition] = useState(emptyCondition);
  const { data } = useRead(BlockPlacesDocument, {}, { isAside: true });
  const create = useAct(CreateDeliveryBlockDocument, { onDone: () => { toast.done(say('blocked')); onClose(); } });
  const isOutlet = (id: string): boolean => id.startsWith('destination_');
  const start = (): void => { create.mutate({ input: { reason: reason.trim(), condition: toCondition(condition), channelIds: places.filter((id) => !isOutlet(id)), destinationIds: places.filter(isOutlet) } }); };
  const options = [...(data?.channels ?? []).map(({ id, name, nameEn }) => ({ value: id, label: language === 'zh' ? name : nameEn })), ...(data?.destinations.nodes ?? []).map(({ id, name }) => ({ value: id, label: name }))];
  return (
    <Modal open width={720} title={say('addBlock')} okText={say('createBlock')} cancelText={say('cancel')} okButtonProps={{ danger: true, disabled: !reason.trim() || !asksSomething(condition), loading: create.isPending }} onOk={start} onCancel={onClose}>
      <div className={styles.panels}>
        <FieldFrame label={say('blockReason')} isRequired>{(id) => <Input id={id} ref={focusOnceShown} maxLength={200} value={reason} onChange={(event) => { setReason(event.target.value); }} />}</FieldFrame>
        <FieldFrame label={say('blockWhere')}>{(id) => <Select id={id} mode="multiple" optionFilterProp="label" placeholder={say('everywhere')} value={[...places]} options={options} onChange={setPlaces} />}</FieldFrame>
        <FieldFrame label={say('blockWhat')} isRequired isGroup>{() => <ConditionFields condition={condition} onChange={setCondition} />}</FieldFrame>
        {asksSomething(condition) ? <RulePreview conditions={[condition]} /> : null}
        <ErrorNotice error={create.error} />
      </div>
    </Modal>
  );
}
