import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Panel } from '../../components/panel.js';
import { bundlesWords } from './bundles-words.js';
import type { Part } from './ordered-parts.js';
import styles from './bundles.module.css';

/** The message as followers see it: the first with its large cover, the others as lines below it. */
export function BundlePreview({ parts }: { readonly parts: readonly Part[] }): ReactNode {
  const say = useWords(bundlesWords);
  const [lead, ...others] = parts;
  return (
    <Panel title={say('preview')}>
      <div className={styles.phone} role="group" aria-label={say('previewNote')}>
        {lead ? (
          <div className={styles.message}>
            <div className={styles.leading}><Cover part={lead} /><p>{lead.title}</p></div>
            {others.map((part) => <div key={part.id} className={styles.following}><p>{part.title}</p><Cover part={part} /></div>)}
          </div>
        ) : <p className={styles.quiet}>{say('nothing')}</p>}
      </div>
    </Panel>
  );
}

const Cover = ({ part: { cover } }: { readonly part: Part }): ReactNode => (cover ? <img className={styles.cover} src={cover.url} alt={cover.alt ?? ''} /> : <span className={styles.cover} />);
