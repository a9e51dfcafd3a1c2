import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useAct } from '../../graphql/use-graphql.js';
import type { DetailedAsset } from './asset-drawer.js';
import { ChooseMediaPosterDocument, RetryMediaFilmDocument } from './media.generated.js';
import { mediaWords } from './media-words.js';
import styles from './media.module.css';

/** A film: the film itself, how far its encoding is, and the still that stands for it. */
export function FilmPart({ asset: { id }, video }: { readonly asset: DetailedAsset; readonly video: NonNullable<DetailedAsset['video']> }): ReactNode {
  const say = useWords(mediaWords);
  const may = useMay();
  const choose = useAct(ChooseMediaPosterDocument);
  const retry = useAct(RetryMediaFilmDocument);
  const { state, progress, posters, mp4Url, problem } = video;
  const poster = posters.find(({ isChosen }) => isChosen)?.url;
  return (
    <section>
      {mp4Url ? <video className={styles.whole} src={mp4Url} controls preload="none" {...(poster ? { poster } : {})} /> : null}
      <p><Badge tone={state === 'FAILED' ? 'bad' : state === 'READY' ? 'ok' : 'info'}>{say(`film${state}`, { percent: progress })}</Badge> {problem?.message}</p>
      {may('asset.update') && (state === 'FAILED' || state === 'CANCELLED') ? <Button size="small" loading={retry.isPending} onClick={() => { retry.mutate({ assetId: id }); }}>{say('retryFilm')}</Button> : null}
      {posters.length > 0 ? (
        <>
          <h3>{say('posters')}</h3>
          <div className={styles.posters} role="group" aria-label={say('posters')}>
            {posters.map(({ number, url, isChosen }) => (
              <button key={number} type="button" aria-pressed={isChosen} disabled={!may('asset.update')} aria-label={`${say('posterNumber', { number })}${isChosen ? ` · ${say('posterChosen')}` : ''}`} onClick={() => { choose.mutate({ assetId: id, number }); }}><img src={url} alt="" /></button>
            ))}
          </div>
        </>
      ) : null}
      <ErrorNotice error={choose.error ?? retry.error} />
    </section>
  );
}
