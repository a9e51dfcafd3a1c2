/** A page of the admin that axe and the screenshots visit. */
export interface VisitedRoute {
  /** The name of its pictures. */
  readonly name: string;
  /** Below /admin; `{review}`, `{content}`, `{destination}` and `{delivery}` are ids of the stage. */
  readonly path: string;
  /** Whose session shows most of it. */
  readonly as: 'editor' | 'reviewer' | 'chiefEditor' | 'operator' | 'administrator' | 'contributor' | 'visitor';
}

/** Every page that has an address. A new page is one line here. */
export const visitedRoutes: readonly VisitedRoute[] = [
  { name: 'sign-in', path: '/sign-in', as: 'visitor' },
  { name: 'home', path: '/', as: 'editor' },
  { name: 'contents', path: '/contents', as: 'editor' },
  { name: 'contents-preview', path: '/contents?open={content}', as: 'editor' },
  { name: 'contents-none', path: '/contents?workflow=SCHEDULED&kind=video', as: 'editor' },
  { name: 'editor', path: '/contents/{content}', as: 'editor' },
  { name: 'editor-fields', path: '/contents/{content}?tab=fields', as: 'editor' },
  { name: 'editor-new', path: '/contents/new/article', as: 'contributor' },
  { name: 'reviews', path: '/reviews', as: 'editor' },
  { name: 'review', path: '/reviews/{review}', as: 'editor' },
  { name: 'review-sheet', path: '/reviews/{review}/sheet', as: 'editor' },
  { name: 'deliveries', path: '/deliveries', as: 'operator' },
  { name: 'delivery', path: '/deliveries/{delivery}', as: 'operator' },
  { name: 'calendar', path: '/calendar?at=2035-03-09', as: 'operator' },
  { name: 'calendar-week', path: '/calendar?view=week&at=2035-03-09', as: 'operator' },
  { name: 'destinations', path: '/destinations', as: 'operator' },
  { name: 'bundles', path: '/bundles', as: 'operator' },
  { name: 'bundle-new', path: '/bundles/new', as: 'operator' },
  { name: 'mass-sends', path: '/mass-sends', as: 'operator' },
  { name: 'health', path: '/health', as: 'administrator' },
  { name: 'blocks', path: '/destinations/blocks', as: 'administrator' },
  { name: 'destination', path: '/destinations/{destination}', as: 'administrator' },
  { name: 'destination-new', path: '/destinations/new?kind=rss', as: 'administrator' },
  { name: 'destination-edit', path: '/destinations/{destination}/edit', as: 'administrator' },
  { name: 'media', path: '/media', as: 'editor' },
  { name: 'people', path: '/people', as: 'administrator' },
  { name: 'units', path: '/units', as: 'administrator' },
  { name: 'topics', path: '/topics', as: 'chiefEditor' },
  { name: 'dictionaries', path: '/dictionaries', as: 'administrator' },
  { name: 'dictionaries-leaders', path: '/dictionaries/leaders', as: 'administrator' },
  { name: 'permissions', path: '/permissions', as: 'administrator' },
  { name: 'audit', path: '/audit', as: 'administrator' },
  { name: 'account', path: '/account', as: 'editor' },
  { name: 'no-such-page', path: '/nowhere', as: 'editor' },
];
