import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router/dom';
import { applyAppearance } from './app/appearance.js';
import { router } from './app/router.js';
import './app/tokens.css';
import './app/words.js';
import { queryClient } from './graphql/client.js';

applyAppearance();
createRoot(document.getElementById('root')!).render(
  <StrictMode>
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);
