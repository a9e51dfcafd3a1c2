import { bankCardCheck } from './bank-card.js';
import type { Check } from './check.js';
import { completenessCheck } from './completeness.js';
import { deadLinkCheck } from './dead-link.js';
import { extremeWordCheck } from './extreme-word.js';
import { idCardCheck } from './id-card.js';
import { imageRightsCheck } from './image-rights.js';
import { leaderNameCheck } from './leader-name.js';
import { missingSourceCheck } from './missing-source.js';
import { mobileNumberCheck } from './mobile-number.js';
import { punctuationCheck } from './punctuation.js';
import { unknownSourceCheck } from './unknown-source.js';
import { wrongWordCheck } from './wrong-word.js';

/** The checks that read a dictionary. */
export const dictionaryChecks: readonly Check[] = [leaderNameCheck, wrongWordCheck, extremeWordCheck, unknownSourceCheck];

/** Every check, in the order of their names on a review sheet. A new one is a file and a line here. */
export const checks: readonly Check[] = [
  idCardCheck, mobileNumberCheck, bankCardCheck, leaderNameCheck, wrongWordCheck, extremeWordCheck,
  missingSourceCheck, unknownSourceCheck, imageRightsCheck, deadLinkCheck, completenessCheck, punctuationCheck,
];
