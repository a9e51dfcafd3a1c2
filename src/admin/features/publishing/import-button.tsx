import { ImportOutlined } from '@ant-design/icons';
import { Button, Checkbox, Input, Modal, Segmented, Upload } from 'antd';
import { useState, type ReactNode } from 'react';
import { useQueryClient } from '@tanstack/react-query';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { contentKinds, useContentNames } from '../../components/content-state.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { importFile, type Imported } from './import-file.js';
import { publishingWords } from './publishing-words.js';
import styles from './publishing.module.css';

/** Imports a file as a draft and tells what was changed or dropped. */
export function ImportButton({ onLook }: { readonly onLook: (contentId: string) => void }): ReactNode {
  const say = useWords(publishingWords);
  const may = useMay();
  const [isOpen, setOpen] = useState(false);
  if (!may('content.import')) return null;
  return (
    <>
      <Button icon={<ImportOutlined />} onClick={() => { setOpen(true); }}>{say('import')}</Button>
      {isOpen ? <ImportDialog onClose={() => { setOpen(false); }} onLook={(id) => { setOpen(false); onLook(id); }} /> : null}
    </>
  );
}

function ImportDialog({ onClose, onLook }: { readonly onClose: () => void; readonly onLook: (contentId: string) => void }): ReactNode {
  const say = useWords(publishingWords);
  const names = useContentNames();
  const client = useQueryClient();
  const [file, setFile] = useState<File>();
  const [kind, setKind] = useState<string>('article');
  const [credit, setCredit] = useState('');
  const [isOriginal, setOriginal] = useState(true);
  const [state, setState] = useState<{ readonly isPending?: boolean; readonly error?: unknown; readonly imported?: Imported }>({});
  const { imported, isPending = false, error } = state;
  const start = (): void => {
    setState({ isPending: true });
    importFile({ file: file!, kind, credit: credit.trim(), isOriginal }).then(
      (result) => { setState({ imported: result }); void client.invalidateQueries(); },
      (reason: unknown) => { setState({ error: reason }); },
    );
  };
  return (
    <Modal open title={say('importTitle')} onCancel={onClose} cancelText={say(imported ? 'close' : 'cancel')} okText={imported ? say('look') : isPending ? say('importing') : say('import')} okButtonProps={{ disabled: !file, loading: isPending }} onOk={imported ? () => { onLook(imported.contentId); } : start}>
      {imported ? <Report imported={imported} /> : (
        <div className={styles.form}>
          <p className={styles.hint}>{say('importHint')}</p>
          <Upload maxCount={1} accept=".docx,.md,.html,.htm,.txt" beforeUpload={(chosen) => { setFile(chosen); return false; }} onRemove={() => { setFile(undefined); }}><Button>{say('choose')}</Button></Upload>
          <Segmented aria-label={say('kind')} value={kind} options={contentKinds.map((each) => ({ value: each, label: names.kind(each) }))} onChange={setKind} />
          <Input aria-label={say('credit')} placeholder={say('credit')} maxLength={100} value={credit} onChange={(event) => { setCredit(event.target.value); }} />
          <p className={styles.hint}>{say('creditHint')}</p>
          <Checkbox checked={isOriginal} onChange={(event) => { setOriginal(event.target.checked); }}>{say('original')}</Checkbox>
          <ErrorNotice error={error ?? null} />
        </div>
      )}
    </Modal>
  );
}

function Report({ imported }: { readonly imported: Imported }): ReactNode {
  const say = useWords(publishingWords);
  return (
    <div className={styles.form}>
      <p><Badge tone="ok">{say('imported', { title: imported.title })}</Badge></p>
      {imported.report.length > 0 ? <><strong>{say('report')}</strong><ul className={styles.missing}>{imported.report.map((line) => <li key={line}>{line}</li>)}</ul></> : null}
    </div>
  );
}
