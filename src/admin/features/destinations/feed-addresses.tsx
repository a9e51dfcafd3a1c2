import { Button, QRCode } from 'antd';
import { useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { copyText } from '../../components/copy-text.js';
import { Panel } from '../../components/panel.js';
import { useToast } from '../../components/use-toast.js';
import { destinationsWords } from './destinations-words.js';
import styles from './destinations.module.css';

/** Where a feed is read: to copy, and as a code for a phone. */
export function FeedAddresses({ name, urls, isKeyed }: { readonly name: string; readonly urls: readonly string[]; readonly isKeyed: boolean }): ReactNode {
  const say = useWords(destinationsWords);
  const toast = useToast();
  const [shown, setShown] = useState(urls[0] ?? '');
  const copy = (url: string): void => { void copyText(url).then(() => { toast.done(say('copied')); }, toast.failed); };
  return (
    <Panel title={say('addresses')}>
      <div className={styles.feed}>
        <ul className={styles.urls}>
          {urls.map((url) => (
            <li key={url}>
              <a href={url} target="_blank" rel="noreferrer">{url}</a>
              <span><Button size="small" aria-label={say('copyUrl', { url })} onClick={() => { copy(url); }}>{say('copy')}</Button> <Button size="small" aria-pressed={url === shown} aria-label={say('codeOf', { url })} onClick={() => { setShown(url); }}>{say('code')}</Button></span>
            </li>
          ))}
          {isKeyed ? <li className={styles.hint}>{say('keyed')}</li> : null}
        </ul>
        <figure className={styles.code}>
          {/* Scanners want dark on light, on a dark page too. */}
          <div role="img" aria-label={say('codeOf', { url: shown })}><div aria-hidden="true"><QRCode value={shown} size={132} type="svg" bordered={false} color="#000" bgColor="#fff" /></div></div>
          <figcaption className={styles.hint}>{name} · {shown.slice(shown.lastIndexOf('.') + 1)}</figcaption>
        </figure>
      </div>
    </Panel>
  );
}
