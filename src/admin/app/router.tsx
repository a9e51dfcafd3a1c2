import { createBrowserRouter, type RouteObject } from 'react-router';
import { queryClient } from '../graphql/client.js';
import { BrokenPage } from './errors/broken-page.js';
import type { Page } from './feature.js';
import { features } from './features.js';
import { allPages, registerFeatures } from './registry.js';
import { meQuery } from './session/me-query.js';

registerFeatures(features);

const asRoute = (page: Page): RouteObject => ({ ...(page.path === '' ? { index: true } : { path: page.path }), id: page.id, handle: page, lazy: () => page.load() });

// Who is here is asked beside the code that wants to know, so that the first thing drawn is the page itself.
const enterWorkplace = async (): Promise<Pick<RouteObject, 'Component'>> => {
  const [workplace] = await Promise.all([import('./shell/workplace.js'), queryClient.prefetchQuery(meQuery)]);
  return workplace;
};

/** Every address below /admin. The pages come from the features; each is fetched when it is opened. */
export const router = createBrowserRouter([
  {
    errorElement: <BrokenPage />,
    // While nothing is drawn, index.html shows the mark.
    HydrateFallback: () => null,
    children: [
      { path: 'sign-in', lazy: () => import('./session/sign-in-page.js') },
      { path: 'password', lazy: () => import('./session/password-page.js') },
      { lazy: enterWorkplace, children: [
        { errorElement: <BrokenPage />, children: [...allPages().map(asRoute), { path: '*', lazy: () => import('./shell/no-page.js') }] },
      ] },
    ],
  },
], { basename: '/admin' });
