import { Button, Segmented } from 'antd';
import { useRef, useState, type KeyboardEvent, type PointerEvent, type ReactNode, type RefObject } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useInTurn } from '../../components/use-in-turn.js';
import type { RequestError } from '../../graphql/request.js';
import { useAct } from '../../graphql/use-graphql.js';
import type { DetailedAsset } from './asset-drawer.js';
import { cutPresets, frameAround, moved, resized, stretched, type CutPreset, type Frame } from './crop-frame.js';
import { UpdateMediaAssetDocument } from './media.generated.js';
import { mediaWords } from './media-words.js';
import styles from './media.module.css';

const names = Object.keys(cutPresets) as readonly CutPreset[];
const step = 0.02;
const moves: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, -step], ArrowDown: [0, step] };
const percent = (share: number): string => `${share * 100}%`;

/** The part of a picture that each use shows: by the focal point, or chosen on the picture by mouse, touch or keys. */
export function CropEditor({ asset }: { readonly asset: DetailedAsset }): ReactNode {
  const say = useWords(mediaWords);
  const [preset, setPreset] = useState<CutPreset>('CARD');
  const { id, url, alt, width, height, focus } = asset;
  const { crops, set, error } = useCrops(id, asset.crops ?? []);
  if (!width || !height) return null;
  const own = crops.find((crop) => crop.preset === preset);
  return (
    <section className={styles.crops}>
      <h3>{say('crop')}</h3>
      <p className={styles.quiet}>{say('cropHint')}</p>
      <div className={styles.scroll}><Segmented<CutPreset> value={preset} onChange={setPreset} options={names.map((value) => ({ value, label: say(value) }))} /></div>
      <CropFrame key={preset} label={say('cropFor', { name: say(preset) })} url={url} alt={alt} frame={own ?? frameAround(width / height, cutPresets[preset], focus ?? { x: 0.5, y: 0.5 })} onSet={(frame) => { set(preset, frame); }} />
      {own ? <div><Button size="small" onClick={() => { set(preset, undefined); }}>{say('cropAuto')}</Button></div> : null}
      <ErrorNotice error={error} />
    </section>
  );
}

type Crops = NonNullable<DetailedAsset['crops']>;

/** The crops as they were set here last, which the server learns in turn. */
function useCrops(id: string, known: Crops): { readonly crops: Crops; readonly set: (preset: CutPreset, frame: Frame | undefined) => void; readonly error: RequestError | null } {
  const [crops, setCrops] = useState(known);
  const update = useAct(UpdateMediaAssetDocument);
  const save = useInTurn((next: Crops) => update.mutateAsync({ input: { id, crops: next.map(({ preset, left, top, width, height }) => ({ preset, left, top, width, height })) } }));
  const set = (preset: CutPreset, frame: Frame | undefined): void => {
    const next = [...crops.filter((crop) => crop.preset !== preset), ...(frame ? [{ preset, ...frame }] : [])];
    setCrops(next);
    save(next);
  };
  return { crops, set, error: update.error };
}

interface CropFrameProps {
  readonly label: string;
  readonly url: string;
  readonly alt: string;
  readonly frame: Frame;
  readonly onSet: (frame: Frame) => void;
}

function CropFrame({ label, url, alt, frame: kept, onSet }: CropFrameProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  const { dragged, handle } = useDrag(box, kept, onSet);
  const frame = dragged ?? kept;
  const press = (event: KeyboardEvent): void => {
    const by = moves[event.key];
    if (isComposing(event) || !by) return;
    event.preventDefault();
    onSet(event.shiftKey ? resized(frame, by[0] + by[1] > 0 ? 1.05 : 1 / 1.05) : moved(frame, ...by));
  };
  return (
    <div ref={box} className={styles.cropBox}>
      <img src={url} alt={alt} draggable={false} />
      <button type="button" className={styles.frame} aria-label={label} style={{ left: percent(frame.left), top: percent(frame.top), width: percent(frame.width), height: percent(frame.height) }} onKeyDown={press} {...handle(moved)} />
      <span aria-hidden="true" className={styles.corner} style={{ left: percent(frame.left + frame.width), top: percent(frame.top + frame.height) }} {...handle(stretched)} />
    </div>
  );
}

/** Drags a frame by what has the handle; it is set where it is let go. */
function useDrag(box: RefObject<HTMLDivElement | null>, frame: Frame, onSet: (frame: Frame) => void) {
  const [dragged, setDragged] = useState<Frame>();
  const last = useRef<readonly [number, number]>(undefined);
  const end = (event: PointerEvent): void => {
    if (dragged && event.type === 'pointerup') onSet(dragged);
    last.current = undefined;
    setDragged(undefined);
  };
  const handle = (change: (frame: Frame, byX: number, byY: number) => Frame) => ({
    onPointerDown: (event: PointerEvent): void => { event.currentTarget.setPointerCapture(event.pointerId); last.current = [event.clientX, event.clientY]; },
    onPointerMove: (event: PointerEvent): void => {
      if (!last.current) return;
      const { width, height } = box.current!.getBoundingClientRect();
      setDragged(change(dragged ?? frame, (event.clientX - last.current[0]) / width, (event.clientY - last.current[1]) / height));
      last.current = [event.clientX, event.clientY];
    },
    onPointerUp: end, onPointerCancel: end,
  });
  return { dragged, handle };
}
