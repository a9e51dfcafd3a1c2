import { CheckCircleOutlined, CloudOutlined, DisconnectOutlined, EditOutlined, SyncOutlined, WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { Time } from '../../components/time.js';
import { editorWords } from './editor-words.js';
import type { AutosaveState } from './use-autosave.js';
import styles from './editor.module.css';

export interface SavingStateProps {
  readonly state: AutosaveState;
  readonly isDirty: boolean;
  readonly revision: number;
}

/** Where what is typed is kept now, by sign and word; told to screen readers when it changes. */
export function SavingState({ state, isDirty, revision }: SavingStateProps): ReactNode {
  const say = useWords(editorWords);
  return <span role="status" className={styles[`saving-${state.kind}`]} data-saving={isDirty ? state.kind : 'idle'}>{words()}</span>;
  function words(): ReactNode {
    if (!isDirty && state.kind !== 'offline') return <><CheckCircleOutlined aria-hidden="true" /> {say('upToDate', { revision })}</>;
    switch (state.kind) {
      case 'saving': return <><SyncOutlined spin aria-hidden="true" /> {say('keeping')}</>;
      case 'kept': return <><CloudOutlined aria-hidden="true" /> {say('kept')} <Time at={state.at} look="ago" /></>;
      case 'offline': return <><DisconnectOutlined aria-hidden="true" /> {say(state.isHere ? 'offline' : 'noRoom')}</>;
      case 'behind': return <><WarningOutlined aria-hidden="true" /> {say('behind', { name: state.byName, revision: state.revision })}</>;
      default: return <><EditOutlined aria-hidden="true" /> {say('unsaved')}</>;
    }
  }
}
