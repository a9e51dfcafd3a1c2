import { LinkOutlined, SaveOutlined } from '@ant-design/icons';
import { Button, Input, Segmented } from 'antd';
import { useState, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useMay, useMe } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { copyText } from '../../components/copy-text.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useToast } from '../../components/use-toast.js';
import type { SavedViewSharing } from '../../graphql/generated/schema-types.js';
import { useAct } from '../../graphql/use-graphql.js';
import { SaveViewDocument } from './contents.generated.js';
import { contentsWords } from './contents-words.js';
import styles from './contents.module.css';

/** Saves the filters under a name, for oneself, one's unit or everybody; or copies the link to them. */
export function SaveView({ query, onSaved }: { readonly query: string; readonly onSaved: () => void }): ReactNode {
  const say = useWords(contentsWords);
  const toast = useToast();
  const may = useMay();
  const { person } = useMe();
  const [name, setName] = useState('');
  const [sharing, setSharing] = useState<SavedViewSharing>('NOBODY');
  const act = useAct(SaveViewDocument, { onDone: ({ saveView }) => {
    setName('');
    toast.done(say('viewSaved', { name: saveView.name }));
    onSaved();
  } });
  const save = (): void => { if (name.trim()) act.mutate({ input: { name: name.trim(), query, sharing } }); };
  const options: { value: SavedViewSharing; label: string }[] = [
    { value: 'NOBODY', label: say('sharedNobody') }, ...(person.unit ? [{ value: 'UNIT' as const, label: say('sharedUnit') }] : []), ...(may('view.shareWithAll') ? [{ value: 'ALL' as const, label: say('sharedAll') }] : []),
  ];
  async function copyLink(): Promise<void> {
    await copyText(`${window.location.origin}${window.location.pathname}${query ? `?${query}` : ''}`);
    toast.done(say('linkCopied'));
  }
  return (
    <div className={styles.saveView}>
      <Input size="small" value={name} maxLength={40} aria-label={say('viewName')} placeholder={say('viewName')} onChange={(event) => { setName(event.target.value); }} onKeyDown={(event) => { if (event.key === 'Enter' && !isComposing(event)) save(); }} />
      <Segmented<SavedViewSharing> block size="small" aria-label={say('shareWith')} value={sharing} options={options} onChange={setSharing} />
      <div>
        <Button size="small" type="primary" icon={<SaveOutlined />} disabled={!name.trim()} loading={act.isPending} onClick={save}>{say('save')}</Button>
        <Button size="small" icon={<LinkOutlined />} onClick={() => { void copyLink(); }}>{say('copyLink')}</Button>
      </div>
      <ErrorNotice error={act.error} />
    </div>
  );
}
