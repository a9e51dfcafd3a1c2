import { Button, Drawer } from 'antd';
import { useState, type ReactNode } from 'react';
import { Link } from 'react-router';
import { useMay } from '../../app/session/me.js';
import { useWords } from '../../app/words.js';
import { ask } from '../../components/ask.js';
import { Badge } from '../../components/badge.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { Facts } from '../../components/facts.js';
import { Loading } from '../../components/loading.js';
import { Time } from '../../components/time.js';
import { useToast } from '../../components/use-toast.js';
import { useAct, useRead } from '../../graphql/use-graphql.js';
import { addressOfContent } from '../contents/address-of-content.js';
import { FocalPoint } from '../media-picker/focal-point.js';
import { AssetForm } from './asset-form.js';
import { CropEditor } from './crop-editor.js';
import { FilmPart } from './film-part.js';
import { lengthOf, sizeOf } from './media-format.js';
import { DeleteMediaAssetDocument, MediaAssetDocument, type MediaAssetQuery } from './media.generated.js';
import { mediaWords } from './media-words.js';
import styles from './media.module.css';
import { ReplaceDialog } from './replace-dialog.js';

export type DetailedAsset = NonNullable<MediaAssetQuery['asset']>;

/** Everything about one asset, beside the library. */
export function AssetDrawer({ id, onClose }: { readonly id: string | undefined; readonly onClose: () => void }): ReactNode {
  const say = useWords(mediaWords);
  const { data, error, refetch } = useRead(MediaAssetDocument, { id: id ?? '' }, { isEnabled: id !== undefined, keepsLast: false });
  const asset = id === undefined ? undefined : data?.asset ?? undefined;
  return (
    <Drawer open={id !== undefined} onClose={onClose} size="min(680px, 100vw)" title={asset?.filename ?? say('details')} destroyOnHidden extra={asset ? <Steps asset={asset} onGone={onClose} /> : null}>
      <ErrorNotice error={id ? error : null} onRetry={() => { void refetch(); }} />
      {asset ? <Details key={asset.id} asset={asset} /> : error ? null : <Loading lines={8} />}
    </Drawer>
  );
}

function Details({ asset }: { readonly asset: DetailedAsset }): ReactNode {
  const say = useWords(mediaWords);
  const may = useMay();
  const { kind, url, alt, bytes, width, height, contentType, createdAt, unit, video } = asset;
  return (
    <div className={styles.details}>
      {kind === 'IMAGE' ? may('asset.update') ? <FocalPoint key={bytes} asset={asset} /> : <img className={styles.whole} src={url} alt={alt} /> : null}
      {video ? <FilmPart asset={asset} video={video} /> : null}
      {kind === 'IMAGE' && may('asset.update') ? <CropEditor key={bytes} asset={asset} /> : null}
      <AssetForm asset={asset} />
      <UsedBy asset={asset} />
      <section>
        <h3>{say('about')}</h3>
        <Facts facts={[[say('format'), contentType], [say('size'), sizeOf(bytes)], [say('measures'), width && height ? `${width} × ${height}` : null], [say('length'), video?.duration ? lengthOf(video.duration) : null], [say('unit'), unit?.shortName], [say('uploadedAt'), <Time key="at" at={createdAt} />]]} />
        <p><a href={url} target="_blank" rel="noreferrer">{say('original')}</a></p>
      </section>
    </div>
  );
}

function UsedBy({ asset: { usedBy } }: { readonly asset: DetailedAsset }): ReactNode {
  const say = useWords(mediaWords);
  return (
    <section>
      <h3>{say('usedBy')}</h3>
      {usedBy.length === 0 ? <p className={styles.quiet}>{say('usedNowhere')}</p> : <ul className={styles.uses}>{usedBy.map(({ id, title, isPublished }) => <li key={id}><Link to={addressOfContent(id)}>{title}</Link>{isPublished ? <Badge tone="ok">{say('public')}</Badge> : null}</li>)}</ul>}
    </section>
  );
}

function Steps({ asset, onGone }: { readonly asset: DetailedAsset; readonly onGone: () => void }): ReactNode {
  const say = useWords(mediaWords);
  const may = useMay();
  const toast = useToast();
  const [isReplacing, setReplacing] = useState(false);
  const remove = useAct(DeleteMediaAssetDocument, { onDone: () => { toast.done(say('removed')); onGone(); } });
  const { id, filename: name, usedBy } = asset;
  const askToRemove = (): void => { ask({ title: say('removeAsk', { name }), why: say('removeWhy'), ok: say('remove'), isDanger: true, onOk: () => remove.mutateAsync({ id }).catch(toast.failed) }); };
  return (
    <span className={styles.steps}>
      {may('asset.update') && may('asset.create') ? <Button onClick={() => { setReplacing(true); }}>{say('replace')}</Button> : null}
      {may('asset.delete') ? <Button danger disabled={usedBy.length > 0} title={usedBy.length > 0 ? say('removeUsed', { count: usedBy.length }) : undefined} onClick={askToRemove}>{say('remove')}</Button> : null}
      {isReplacing ? <ReplaceDialog asset={asset} onClose={() => { setReplacing(false); }} /> : null}
    </span>
  );
}
