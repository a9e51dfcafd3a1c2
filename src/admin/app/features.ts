import { contentsFeature } from '../features/contents/feature.js';
import { homeFeature } from '../features/home/feature.js';
import { peopleFeature } from '../features/people/feature.js';
import { reviewsFeature } from '../features/reviews/feature.js';
import type { Feature, Page } from './feature.js';

/** Every feature of the admin. A new one is one line here. */
export const features: readonly Feature[] = [
  homeFeature,
  contentsFeature,
  reviewsFeature,
  peopleFeature,
];

export const pages: readonly Page[] = features.flatMap((feature) => feature.pages);

const byId = new Map(pages.map((page) => [page.id, page]));

/** A page by its id; undefined while no feature has it. */
export const findPage = (id: string): Page | undefined => byId.get(id);

/** The address of a page, its `:places` filled; undefined while no feature has that page. For links between features. */
export function addressOf(id: string, places: Readonly<Record<string, string>> = {}): string | undefined {
  const page = byId.get(id);
  return page && `/${page.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(places[name] ?? ''))}`;
}
