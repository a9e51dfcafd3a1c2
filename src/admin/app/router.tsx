import { createBrowserRouter, type RouteObject } from 'react-router';
import { BrokenPage } from './errors/broken-page.js';
import type { Page } from './feature.js';
import { features } from './features.js';
import { Opening } from './opening.js';
import { allPages, registerFeatures } from './registry.js';

registerFeatures(features);

const asRoute = (page: Page): RouteObject => ({ ...(page.path === '' ? { index: true } : { path: page.path }), id: page.id, handle: page, lazy: () => page.load() });

/** Every address below /admin. The pages come from the features; each is fetched when it is opened. */
export const router = createBrowserRouter([
  {
    errorElement: <BrokenPage />,
    HydrateFallback: Opening,
    children: [
      { path: 'sign-in', lazy: () => import('./session/sign-in-page.js') },
      { path: 'password', lazy: () => import('./session/password-page.js') },
      { lazy: () => import('./shell/workplace.js'), children: [
        { errorElement: <BrokenPage />, children: [...allPages().map(asRoute), { path: '*', lazy: () => import('./shell/no-page.js') }] },
      ] },
    ],
  },
], { basename: '/admin' });
