import type { DemoItem } from '../item.js';
import { businessRegistrationOnline } from './business-registration-online.js';
import { dataSharingBattle } from './data-sharing-battle.js';
import { directorAtTheCounter } from './director-at-the-counter.js';
import { draftWithFaults } from './draft-with-faults.js';
import { investmentHundredDays } from './investment-hundred-days.js';
import { newbornOneErrand } from './newborn-one-errand.js';
import { oneNumberOneAnswer } from './one-number-one-answer.js';
import { onePaymentPlatform } from './one-payment-platform.js';
import { qiantangAreaAssessment } from './qiantang-area-assessment.js';
import { realEstateOneHour } from './real-estate-one-hour.js';
import { rectificationFilm } from './rectification-film.js';
import { retirementJointErrand } from './retirement-joint-errand.js';
import { shangchengStreetCounter } from './shangcheng-street-counter.js';
import { sixtyMinutesFilm } from './sixty-minutes-film.js';
import { tongluOneStop } from './tonglu-one-stop.js';

/** All demo content: eight articles, four cases, two films, and a draft with faults. */
export const items: readonly DemoItem[] = [
  realEstateOneHour, businessRegistrationOnline, investmentHundredDays, newbornOneErrand, dataSharingBattle, directorAtTheCounter, onePaymentPlatform, oneNumberOneAnswer,
  tongluOneStop, shangchengStreetCounter, retirementJointErrand, qiantangAreaAssessment,
  sixtyMinutesFilm, rectificationFilm,
  draftWithFaults,
];
