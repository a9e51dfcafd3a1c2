import { CloseOutlined, PauseOutlined, PlayCircleOutlined } from '@ant-design/icons';
import { Button, Progress } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { mediaPickerWords } from './media-picker-words.js';
import type { ShownUpload, Uploads } from './use-uploads.js';
import styles from './media-picker.module.css';

/** The files on their way, each with its progress and what can be done about it. Nothing is drawn while there are none. */
export function UploadList({ uploads }: { readonly uploads: Uploads }): ReactNode {
  const say = useWords(mediaPickerWords);
  if (uploads.shown.length === 0) return null;
  return <ul className={styles.uploads} aria-label={say('uploads')}>{uploads.shown.map((upload) => <Line key={upload.key} upload={upload} uploads={uploads} />)}</ul>;
}

function Line({ upload: { key, name, share, isPaused, problem }, uploads }: { readonly upload: ShownUpload; readonly uploads: Uploads }): ReactNode {
  const say = useWords(mediaPickerWords);
  if (problem) {
    return <li role="alert" className={styles.failed}><span>{say('failed', { name, why: problem })}</span><Button size="small" onClick={() => { uploads.remove(key); }}>{say('dismiss')}</Button></li>;
  }
  const percent = Math.floor(share * 100);
  return (
    <li>
      <span className={styles.name}>{say('sending', { name })}</span>
      <Progress percent={percent} size="small" showInfo={false} aria-label={say('sending', { name })} />
      <span className={styles.state}>{isPaused ? say('paused') : share >= 1 ? say('judging') : say('percent', { percent })}</span>
      <Button size="small" type="text" icon={isPaused ? <PlayCircleOutlined /> : <PauseOutlined />} aria-label={say(isPaused ? 'resume' : 'pause')} disabled={share >= 1} onClick={() => { if (isPaused) uploads.resume(key); else uploads.pause(key); }} />
      <Button size="small" type="text" icon={<CloseOutlined />} aria-label={say('stop')} onClick={() => { uploads.remove(key); }} />
    </li>
  );
}
