import type { Check } from './check.js';
import { spotOn } from './checked-text.js';

/** A text that is not our own must say whose it is. */
export const missingSourceCheck: Check = {
  id: 'missing-source',
  name: { zh: '稿件来源', en: 'Source given' },
  severity: 'block',
  run: ({ fields: { isOriginal, source } }) => (isOriginal || source?.trim() ? []
    : [spotOn('source', { zh: '非原创稿件未注明来源，请填写来源或标为原创', en: 'The text is not original and names no source: enter the source, or mark it as original.' })]),
};
