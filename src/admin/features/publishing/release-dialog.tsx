import type { ReactNode } from 'react';
import type { ActedContent } from './content-actions.js';
import { PublishDialog } from './publish-dialog.js';
import { TellDialog } from './tell-dialog.js';

/** A step that readers or outlets notice. */
export type ReleaseStep = 'publish' | 'schedule' | 'correct' | 'retract';

export interface ReleaseDialogProps {
  readonly step: ReleaseStep;
  readonly content: ActedContent;
  readonly onClose: () => void;
}

/** Asks before a step that readers or outlets notice; says what follows and what cannot be undone. */
export const ReleaseDialog = (props: ReleaseDialogProps): ReactNode =>
  (props.step === 'publish' || props.step === 'schedule' ? <PublishDialog {...props} /> : <TellDialog {...props} />);
