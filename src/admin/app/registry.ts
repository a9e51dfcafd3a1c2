import type { Feature, Page } from './feature.js';

// Pages link to each other through this registry, so that no page imports the list that imports it.
let features: readonly Feature[] = [];
let pagesById: ReadonlyMap<string, Page> = new Map();

/** Enters all features; once, before the first page is drawn. */
export function registerFeatures(all: readonly Feature[]): void {
  features = all;
  pagesById = new Map(allPages().map((page) => [page.id, page]));
}

export const allFeatures = (): readonly Feature[] => features;

export const allPages = (): readonly Page[] => features.flatMap((feature) => feature.pages);

/** A page by its id; undefined while no feature has it. */
export const findPage = (id: string): Page | undefined => pagesById.get(id);

/** The address of a page, its `:places` filled; undefined while no feature has that page. For links between features. */
export function addressOf(id: string, places: Readonly<Record<string, string>> = {}): string | undefined {
  const page = pagesById.get(id);
  return page && `/${page.path.replace(/:(\w+)\??/g, (_, name: string) => encodeURIComponent(places[name] ?? ''))}`;
}
