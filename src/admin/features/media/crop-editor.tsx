import { Button, Segmented } from 'antd';
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useAct } from '../../graphql/use-graphql.js';
import type { DetailedAsset } from './asset-drawer.js';
import { cutPresets, frameAround, moved, resized, type CutPreset, type Frame } from './crop-frame.js';
import { UpdateMediaAssetDocument } from './media.generated.js';
import { mediaWords } from './media-words.js';
import styles from './media.module.css';

const names = Object.keys(cutPresets) as readonly CutPreset[];
const step = 0.02;
const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
const percent = (share: number): string => `${share * 100}%`;

/** The part of a picture that each use shows: by the focal point, or chosen on the picture by mouse or arrow keys. */
export function CropEditor({ asset }: { readonly asset: DetailedAsset }): ReactNode {
  const say = useWords(mediaWords);
  const [preset, setPreset] = useState<CutPreset>('CARD');
  const update = useAct(UpdateMediaAssetDocument);
  const { id, url, alt, width, height, focus, crops } = asset;
  if (!width || !height) return null;
  const own = crops?.find((crop) => crop.preset === preset);
  const others = (crops ?? []).filter((crop) => crop.preset !== preset);
  const save = (frame: Frame | undefined): void => { update.mutate({ input: { id, crops: frame ? [...others, { preset, ...frame }] : others } }); };
  const automatic = frameAround(width / height, cutPresets[preset], focus ?? { x: 0.5, y: 0.5 });
  return (
    <section className={styles.crops}>
      <h3>{say('crop')}</h3>
      <p className={styles.quiet}>{say('cropHint')}</p>
      <div className={styles.scroll}><Segmented<CutPreset> value={preset} onChange={setPreset} options={names.map((value) => ({ value, label: say(value) }))} /></div>
      <CropFrame key={`${preset}-${own ? 'own' : 'auto'}-${focus?.x}-${focus?.y}`} label={say('cropFor', { name: say(preset) })} url={url} alt={alt} start={own ?? automatic} onSet={save} />
      {own ? <div><Button size="small" onClick={() => { save(undefined); }}>{say('cropAuto')}</Button></div> : null}
      <ErrorNotice error={update.error} />
    </section>
  );
}

interface CropFrameProps {
  readonly label: string;
  readonly url: string;
  readonly alt: string;
  readonly start: Frame;
  readonly onSet: (frame: Frame) => void;
}

function CropFrame({ label, url, alt, start, onSet }: CropFrameProps): ReactNode {
  const [frame, setFrame] = useState<Frame>(start);
  const box = useRef<HTMLDivElement>(null);
  const last = useRef<readonly [number, number]>(undefined);
  const press = (event: KeyboardEvent): void => {
    const by = moves[event.key];
    if (isComposing(event) || !by) return;
    event.preventDefault();
    const next = event.shiftKey ? resized(frame, by[0] + by[1] > 0 ? 1.05 : 1 / 1.05) : moved(frame, ...by);
    setFrame(next);
    onSet(next);
  };
  const drag = (event: PointerEvent): void => {
    if (!last.current) return;
    const { width, height } = box.current!.getBoundingClientRect();
    setFrame(moved(frame, (event.clientX - last.current[0]) / width, (event.clientY - last.current[1]) / height));
    last.current = [event.clientX, event.clientY];
  };
  return (
    <div ref={box} className={styles.cropBox}>
      <img src={url} alt={alt} draggable={false} />
      <button
        type="button" className={styles.frame} aria-label={label} style={{ left: percent(frame.left), top: percent(frame.top), width: percent(frame.width), height: percent(frame.height) }} onKeyDown={press}
        onPointerDown={(event) => { event.currentTarget.setPointerCapture(event.pointerId); last.current = [event.clientX, event.clientY]; }}
        onPointerMove={drag} onPointerUp={() => { if (last.current && frame !== start) onSet(frame); last.current = undefined; }}
      />
    </div>
  );
}
