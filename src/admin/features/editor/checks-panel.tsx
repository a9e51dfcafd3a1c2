import { AimOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { currentLanguage } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useDictionaryLabel } from '../../components/dictionary-label.js';
import { Loading } from '../../components/loading.js';
import { editorWords } from './editor-words.js';
import type { TypedFinding } from './use-typed-checks.js';
import styles from './panels.module.css';

export interface ChecksPanelProps {
  readonly findings: readonly TypedFinding[] | undefined;
  readonly isEditable: boolean;
  readonly onJump: (finding: TypedFinding) => void;
  readonly onFix: (finding: TypedFinding) => void;
}

/** What the checks find in what is typed: each leads to its words, and mends them where it knows how. */
export function ChecksPanel({ findings, isEditable, onJump, onFix }: ChecksPanelProps): ReactNode {
  const say = useWords(editorWords);
  const dictionaryLabel = useDictionaryLabel();
  if (!findings) return <Loading lines={3} />;
  if (findings.length === 0) return <Badge tone="ok">{say('clean')}</Badge>;
  return (
    <ul className={styles.findings}>
      {findings.map((finding) => {
        const { key, severity, message, messageEn, excerpt, suggestion, dictionaryVersion } = finding;
        const dictionary = dictionaryLabel(dictionaryVersion);
        return (
          <li key={key}>
            <p><Badge tone={severity === 'BLOCK' ? 'bad' : 'warn'}>{say(severity === 'BLOCK' ? 'block' : 'warn')}</Badge> {currentLanguage() === 'en' ? messageEn : message}</p>
            {excerpt ? <p className={styles.hint}><q>{excerpt}</q>{suggestion ? <> → {suggestion}</> : null}</p> : null}
            {dictionary ? <p className={styles.hint}>{dictionary}</p> : null}
            <div className={styles.findingActs}>
              <Button size="small" icon={<AimOutlined />} onClick={() => { onJump(finding); }}>{say('jump')}</Button>
              {suggestion && excerpt && isEditable ? <Button size="small" onClick={() => { onFix(finding); }}>{say('fix', { text: suggestion })}</Button> : null}
            </div>
          </li>
        );
      })}
    </ul>
  );
}
