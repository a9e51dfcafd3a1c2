import { fieldId } from './field-id.js';

/** So many frames are waited for a field that is about to be drawn. */
const mostFrames = 120;

/** Puts the focus on the field of a path as soon as it is drawn: its tab may still be opening. */
export function focusField(path: string, frames = mostFrames): void {
  const field = document.getElementById(fieldId(path));
  if (field) {
    field.focus();
    field.scrollIntoView({ block: 'center' });
  } else if (frames > 0) requestAnimationFrame(() => { focusField(path, frames - 1); });
}
