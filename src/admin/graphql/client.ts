import { QueryClient } from '@tanstack/react-query';
import { RequestError } from './request.js';

const passing = new Set(['NETWORK', 'UNAVAILABLE', 'UNAVAILABLE_GATEWAY']);

/** What was read is shown at once and read again when it is older than ten seconds. What may pass by itself is asked twice more. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000, networkMode: 'always',
      retry: (failures, error) => failures < 2 && error instanceof RequestError && passing.has(error.code),
      retryDelay: (failures) => 800 * 2 ** failures,
    },
    mutations: { networkMode: 'always', retry: false },
  },
});
