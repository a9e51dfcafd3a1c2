import type { ReactNode } from 'react';
import { currentLanguage } from '../../app/appearance.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { useRead } from '../../graphql/use-graphql.js';
import { EditorChecksDocument } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import styles from './editor.module.css';

/** What the checks find in the newest saved revision. */
export function Checks({ id }: { readonly id: string }): ReactNode {
  const say = useWords(editorWords);
  const { data } = useRead(EditorChecksDocument, { id });
  if (!data) return null;
  const { findings } = data.checkContent;
  return (
    <>
      <p className={styles.hint}>{say('checksHint')}</p>
      {findings.length === 0 ? <Badge tone="ok">{say('clean')}</Badge> : (
        <ul className={styles.findings}>
          {findings.map(({ key, severity, message, messageEn, excerpt, suggestion }) => (
            <li key={key}>
              <Badge tone={severity === 'BLOCK' ? 'bad' : 'warn'}>{say(severity === 'BLOCK' ? 'block' : 'warn')}</Badge> {currentLanguage() === 'en' ? messageEn : message}
              {excerpt ? <q>{excerpt}</q> : null}{suggestion ? <span className={styles.hint}> {say('suggestion', { text: suggestion })}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
