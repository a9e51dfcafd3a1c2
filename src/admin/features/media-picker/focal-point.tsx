import { Button } from 'antd';
import { useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { isComposing } from '../../app/keyboard/is-composing.js';
import { useWords } from '../../app/words.js';
import { ErrorNotice } from '../../components/error-notice.js';
import { useInTurn } from '../../components/use-in-turn.js';
import { useAct } from '../../graphql/use-graphql.js';
import { PickerUpdateAssetDocument } from './media-picker.generated.js';
import { mediaPickerWords } from './media-picker-words.js';
import styles from './media-picker.module.css';

/** The point that no crop may lose, as shares of width and height. */
export interface FocusPoint {
  readonly x: number;
  readonly y: number;
}

const middle: FocusPoint = { x: 0.5, y: 0.5 };
const step = 0.02;
const within = (share: number): number => Math.min(1, Math.max(0, Math.round(share * 1000) / 1000));
const moves: Readonly<Record<string, FocusPoint>> = { ArrowLeft: { x: -step, y: 0 }, ArrowRight: { x: step, y: 0 }, ArrowUp: { x: 0, y: -step }, ArrowDown: { x: 0, y: step } };

export interface FocalPointProps {
  readonly asset: { readonly id: string; readonly url: string; readonly alt: string; readonly focus?: FocusPoint | null };
  readonly onChange?: (focus: FocusPoint) => void;
}

/** Sets an asset's focal point on the picture itself, by mouse or arrow keys; it is saved with the asset at once. */
export function FocalPoint({ asset, onChange }: FocalPointProps): ReactNode {
  const say = useWords(mediaPickerWords);
  const update = useAct(PickerUpdateAssetDocument);
  const save = useInTurn((focus: FocusPoint) => update.mutateAsync({ input: { id: asset.id, focus } }));
  const [chosen, setChosen] = useState<FocusPoint>();
  const focus = chosen ?? asset.focus ?? middle;
  const set = (next: FocusPoint): void => {
    const point = { x: within(next.x), y: within(next.y) };
    setChosen(point);
    save(point);
    onChange?.(point);
  };
  const press = (event: KeyboardEvent): void => {
    const move = moves[event.key];
    if (isComposing(event) || !move) return;
    event.preventDefault();
    set({ x: focus.x + move.x, y: focus.y + move.y });
  };
  const point = (event: MouseEvent<HTMLElement>): void => {
    // A press by the keyboard has no place.
    if (event.detail === 0) return;
    const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
    set({ x: (event.clientX - left) / width, y: (event.clientY - top) / height });
  };
  return (
    <div className={styles.focal}>
      <button type="button" className={styles.focalPicture} aria-label={say('focusAt', { x: Math.round(focus.x * 100), y: Math.round(focus.y * 100) })} onClick={point} onKeyDown={press}>
        <img src={asset.url} alt={asset.alt} draggable={false} />
        <span className={styles.focalMark} style={{ insetInlineStart: `${focus.x * 100}%`, insetBlockStart: `${focus.y * 100}%` }} aria-hidden="true" />
      </button>
      <p className={styles.hint}>{say('focusHint')} <Button size="small" type="link" onClick={() => { set(middle); }}>{say('focusMiddle')}</Button></p>
      <ErrorNotice error={update.error} />
    </div>
  );
}
