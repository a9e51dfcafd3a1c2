import { Segmented } from 'antd';
import { useEffect, useState, type ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Loading } from '../../components/loading.js';
import { request } from '../../graphql/request.js';
import { EditorPreviewDocument, type EditorPreviewQuery } from './editor.generated.js';
import { editorWords } from './editor-words.js';
import styles from './editor.module.css';
import panels from './panels.module.css';

type Place = 'site' | 'wechat' | 'feed';
type Preview = EditorPreviewQuery['previewDraft'];

const restMs = 1200;

/** The text as readers would meet it, drawn by the server from what is typed now: site, WeChat on a phone, entry of a feed. */
export function PreviewPane({ id, changes }: { readonly id: string; readonly changes: Readonly<Record<string, unknown>> }): ReactNode {
  const say = useWords(editorWords);
  const [place, setPlace] = useState<Place>('site');
  const { preview, error } = usePreview(id, changes);
  return (
    <section className={styles.preview} aria-label={say('preview')}>
      <Segmented block value={place} options={[{ value: 'site', label: say('asSite') }, { value: 'wechat', label: say('asWechat') }, { value: 'feed', label: say('asFeed') }]} onChange={(value) => { setPlace(value as Place); }} />
      <ErrorNotice error={error} />
      {preview ? <Shown preview={preview} place={place} /> : error ? null : <Loading lines={10} />}
    </section>
  );
}

function usePreview(id: string, changes: Readonly<Record<string, unknown>>): { readonly preview: Preview | undefined; readonly error: unknown } {
  const [answer, setAnswer] = useState<{ readonly preview?: Preview; readonly error?: unknown }>({});
  const isFirst = answer.preview === undefined;
  useEffect(() => {
    const control = new AbortController();
    const timer = window.setTimeout(() => {
      request(EditorPreviewDocument, { id, changes }, { signal: control.signal }).then(
        ({ previewDraft }) => { setAnswer({ preview: previewDraft }); },
        (error: unknown) => { if (!control.signal.aborted) setAnswer((now) => ({ ...now, error })); },
      );
    }, isFirst ? 0 : restMs);
    return () => { window.clearTimeout(timer); control.abort(); };
  }, [id, changes, isFirst]);
  return { preview: answer.preview, error: answer.error };
}

function Shown({ preview, place }: { readonly preview: Preview; readonly place: Place }): ReactNode {
  const say = useWords(editorWords);
  if (place === 'site') return <Page className={styles.sitePage!} html={preview.sitePage} title={say('asSite')} />;
  const outlet = preview[place];
  if (!outlet) return <p className={panels.hint}>{say('noChannel')}</p>;
  const { title, summary, author, html, problem } = outlet;
  return (
    <>
      {problem ? <p><Badge tone="warn">{say('cannotGo')}</Badge> {problem}</p> : null}
      {place === 'wechat'
        ? <Page className={styles.phonePage!} title={say('asWechat')} html={page(`body{margin:0;padding:20px 16px 40px;background:#fff;color:#191919;font:17px/1.6 -apple-system,"PingFang SC","Noto Sans CJK SC",sans-serif}h1{font-size:22px;line-height:1.4;margin:0 0 14px;font-weight:600}.by{color:#6b6b6b;font-size:15px;margin:0 0 22px}img{max-width:100%;height:auto}`, `<h1>${escape(title)}</h1><p class="by">${escape(author)}</p>${html}`)} />
        : <Page className={styles.feedPage!} title={say('asFeed')} html={page('body{margin:0;padding:20px 24px 40px;background:#fff;color:#1c2228;font:16px/1.75 Georgia,"Songti SC","Noto Serif CJK SC",serif}h1{font-size:21px;line-height:1.4;margin:0 0 6px}.by{color:#525c66;font-size:14px;margin:0 0 16px}.sum{color:#525c66;border-left:3px solid #c6cdd4;padding-left:12px}img,video{max-width:100%;height:auto}table{border-collapse:collapse}td,th{border:1px solid #c6cdd4;padding:4px 8px}', `<h1>${escape(title)}</h1><p class="by">${escape(author)}</p>${summary ? `<p class="sum">${escape(summary)}</p>` : ''}${html}`)} />}
    </>
  );
}

const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
const page = (style: string, body: string): string => `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>·</title><style>${style}</style></head><body>${body}</body></html>`;

/** A page in a frame where no script can run; its pictures open with our own session. */
const Page = ({ html, title, className }: { readonly html: string; readonly title: string; readonly className: string }): ReactNode => <iframe className={className} title={title} srcDoc={html} sandbox="allow-same-origin" />;
