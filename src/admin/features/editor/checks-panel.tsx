import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { currentLanguage } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useDictionaryLabel } from '../../components/dictionary-label.js';
import { Loading } from '../../components/loading.js';
import { shownExcerpt } from '../../components/shown-excerpt.js';
import { editorWords } from './editor-words.js';
import type { TypedChecks, TypedFinding } from './use-typed-checks.js';
import styles from './panels.module.css';

export interface ChecksPanelProps extends TypedChecks {
  readonly isEditable: boolean;
  readonly onJump: (finding: TypedFinding) => void;
  readonly onFix: (finding: TypedFinding) => void;
}

/** What the checks find in what is typed: each leads to its words, and mends them where it knows how. */
export function ChecksPanel({ findings, error, isEditable, onJump, onFix }: ChecksPanelProps): ReactNode {
  const say = useWords(editorWords);
  const isOld = error !== undefined && <p className={styles.hint} role="status">{say('checksLate')}</p>;
  if (!findings) return isOld || <Loading lines={3} />;
  if (findings.length === 0) return <>{isOld}<Badge tone="ok">{say('clean')}</Badge></>;
  return (
    <>
      {isOld}
      <ul className={styles.findings}>{findings.map((finding) => <Finding key={finding.key} finding={finding} isEditable={isEditable} onJump={onJump} onFix={onFix} />)}</ul>
    </>
  );
}

function Finding({ finding, isEditable, onJump, onFix }: Pick<ChecksPanelProps, 'isEditable' | 'onJump' | 'onFix'> & { readonly finding: TypedFinding }): ReactNode {
  const say = useWords(editorWords);
  const { severity, message, messageEn, excerpt, suggestion, dictionaryVersion } = finding;
  const told = currentLanguage() === 'en' ? messageEn : message;
  const words = shownExcerpt(excerpt);
  const dictionary = useDictionaryLabel()(dictionaryVersion);
  return (
    <li>
      <p><Badge tone={severity === 'BLOCK' ? 'bad' : 'warn'}>{say(severity === 'BLOCK' ? 'block' : 'warn')}</Badge> {told}</p>
      {words && !told.includes(words) ? <p className={styles.hint}><q>{words}</q></p> : null}
      <div className={styles.findingActs}>
        <Button size="small" icon={<AimOutlined />} onClick={() => { onJump(finding); }}>{say('jump')}</Button>
        {suggestion && excerpt && isEditable ? <Button size="small" onClick={() => { onFix(finding); }}>{say('fix', { text: suggestion })}</Button> : null}
        {dictionary ? <span className={styles.dictionary}>{dictionary}</span> : null}
      </div>
    </li>
  );
}
