import { FileOutlined, VideoCameraOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { lengthOf, sizeOf } from './media-format.js';
import type { MediaCardFragment } from './media.generated.js';
import { mediaWords } from './media-words.js';
import styles from './media.module.css';

export interface MediaGridProps {
  readonly assets: readonly MediaCardFragment[];
  readonly chosen: readonly string[];
  readonly mayChoose: boolean;
  readonly onChoose: (ids: readonly string[]) => void;
  readonly onOpen: (id: string) => void;
}

/** The library as pictures. A press opens, a box chooses. */
export function MediaGrid({ assets, chosen, mayChoose, onChoose, onOpen }: MediaGridProps): ReactNode {
  const say = useWords(mediaWords);
  return (
    <ul className={styles.grid}>
      {assets.map((asset) => {
        const name = asset.alt || asset.filename;
        return (
          <li key={asset.id} className={styles.tile}>
            <button type="button" className={styles.open} onClick={() => { onOpen(asset.id); }}>
              <Thumb asset={asset} />
              <span className={styles.name}>{name}</span>
              <span className={styles.note}>{noteOf(asset)}</span>
            </button>
            {mayChoose ? <input type="checkbox" className={styles.box} aria-label={say('choose', { name })} checked={chosen.includes(asset.id)} onChange={(event) => { onChoose(event.target.checked ? [...chosen, asset.id] : chosen.filter((id) => id !== asset.id)); }} /> : null}
            <span className={styles.badges}><Warnings asset={asset} /></span>
          </li>
        );
      })}
    </ul>
  );
}

const noteOf = ({ width, height, bytes, video }: MediaCardFragment): string =>
  [video?.duration ? lengthOf(video.duration) : width && height ? `${width} × ${height}` : undefined, sizeOf(bytes)].filter(Boolean).join(' · ');

/** A small picture of an asset: the picture, the poster of a film, or a sign. */
function Thumb({ asset: { kind, small, video, dominantColor } }: { readonly asset: MediaCardFragment }): ReactNode {
  const poster = small?.url ?? video?.posters.find(({ isChosen }) => isChosen)?.url;
  if (poster) return <img className={styles.thumb} src={poster} alt="" loading="lazy" style={dominantColor ? { backgroundColor: dominantColor } : {}} />;
  return <span className={`${styles.thumb} ${styles.sign}`}>{kind === 'VIDEO' ? <VideoCameraOutlined /> : <FileOutlined />}</span>;
}

const monthMs = 30 * 86_400_000;

function Warnings({ asset: { kind, alt, rightsExpireAt, video } }: { readonly asset: MediaCardFragment }): ReactNode {
  const say = useWords(mediaWords);
  const left = rightsExpireAt ? new Date(rightsExpireAt).getTime() - Date.now() : Infinity;
  return (
    <>
      {left <= 0 ? <Badge tone="bad">{say('EXPIRED')}</Badge> : left < monthMs ? <Badge tone="warn">{say('EXPIRING')}</Badge> : null}
      {kind === 'IMAGE' && !alt ? <Badge tone="warn">{say('noAlt')}</Badge> : null}
      {video && video.state !== 'READY' ? <Badge tone={video.state === 'FAILED' ? 'bad' : 'info'}>{say(`film${video.state}`, { percent: video.progress })}</Badge> : null}
    </>
  );
}
