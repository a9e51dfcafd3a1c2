import { bundlesFeature } from '../features/bundles/feature.js';
import { calendarFeature } from '../features/calendar/feature.js';
import { contentsFeature } from '../features/contents/feature.js';
import { deliveriesFeature } from '../features/deliveries/feature.js';
import { destinationsFeature } from '../features/destinations/feature.js';
import { dictionariesFeature } from '../features/dictionaries/feature.js';
import { editorFeature } from '../features/editor/feature.js';
import { healthFeature } from '../features/health/feature.js';
import { homeFeature } from '../features/home/feature.js';
import { massSendsFeature } from '../features/mass-sends/feature.js';
import { mediaFeature } from '../features/media/feature.js';
import { peopleFeature } from '../features/people/feature.js';
import { reviewsFeature } from '../features/reviews/feature.js';
import { topicsFeature } from '../features/topics/feature.js';
import type { Feature } from './feature.js';

/** Every feature of the admin. A new one is one line here. */
export const features: readonly Feature[] = [
  homeFeature,
  contentsFeature,
  editorFeature,
  reviewsFeature,
  calendarFeature,
  deliveriesFeature,
  destinationsFeature,
  bundlesFeature,
  massSendsFeature,
  mediaFeature,
  peopleFeature,
  topicsFeature,
  dictionariesFeature,
  healthFeature,
];
