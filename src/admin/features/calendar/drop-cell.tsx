import { useState, type ReactNode } from 'react';
import styles from './calendar.module.css';

export interface DropCellProps {
  /** False where nothing may go, such as in the past. */
  readonly isEnabled: boolean;
  readonly className: string;
  readonly onDrop: (id: string) => void;
  readonly children: ReactNode;
}

/** How a dragged entry says which one it is. */
export const dragType = 'application/x-yici-content';

/** A place that entries can be dropped on. */
export function DropCell({ isEnabled, className, onDrop, children }: DropCellProps): ReactNode {
  const [isOver, setOver] = useState(false);
  if (!isEnabled) return <div className={className}>{children}</div>;
  return (
    <div
      className={`${className} ${isOver ? styles.target : ''}`}
      onDragOver={(event) => { if (!event.dataTransfer.types.includes(dragType)) return; event.preventDefault(); setOver(true); }}
      onDragLeave={() => { setOver(false); }}
      onDrop={(event) => { event.preventDefault(); setOver(false); onDrop(event.dataTransfer.getData(dragType)); }}
    >{children}</div>
  );
}
