import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Panel } from '../../components/panel.js';
import { bundlesWords } from './bundles-words.js';
import type { Part } from './ordered-parts.js';
import { PartText } from './part-text.js';
import styles from './bundles.module.css';

/** The message as followers see it: the first with its large cover, the others as lines below it; each opens its text. */
export function BundlePreview({ parts }: { readonly parts: readonly Part[] }): ReactNode {
  const say = useWords(bundlesWords);
  const [read, setRead] = useState<Part>();
  const [lead, ...others] = parts;
  const line = (part: Part, className: string | undefined, children: ReactNode): ReactNode => <button key={part.id} type="button" className={className} aria-label={say('readPart', { title: part.title })} onClick={() => { setRead(part); }}>{children}</button>;
  return (
    <Panel title={say('preview')}>
      <div className={styles.phone} role="group" aria-label={say('previewNote')}>
        {lead ? (
          <div className={styles.message}>
            {line(lead, styles.leading, <><Cover part={lead} /><span className={styles.name}>{lead.title}</span></>)}
            {others.map((part) => line(part, styles.following, <><span className={styles.name}>{part.title}</span><Cover part={part} /></>))}
          </div>
        ) : <p className={styles.quiet}>{say('nothing')}</p>}
      </div>
      {read ? <PartText part={read} onClose={() => { setRead(undefined); }} /> : null}
    </Panel>
  );
}

const Cover = ({ part: { cover } }: { readonly part: Part }): ReactNode => (cover ? <img className={styles.cover} src={cover.url} alt={cover.alt ?? ''} /> : <span className={styles.cover} />);
