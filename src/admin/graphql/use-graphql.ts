import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query';
import { request, type Operation, type RequestError } from './request.js';

/** The name of an operation, which is its key in the cache. */
export const nameOf = (operation: { toString(): string }): string => /(?:query|mutation)\s+(\w+)/.exec(operation.toString())?.[1] ?? 'unnamed';

export interface ReadOptions {
  /** False while there is nothing to ask for yet. */
  readonly isEnabled?: boolean;
  /** Keeps showing the last answer while other variables are asked for: for lists that are filtered and paged. */
  readonly keepsLast?: boolean;
  /** Asks again every so many milliseconds while the page is looked at. */
  readonly everyMs?: number;
  /** What is shown beside the page's matter, such as the choices of a filter: nothing else of the page tells when it cannot be read, so the foot of the page does. */
  readonly isAside?: boolean;
}

/** Reads from the server, and again whenever something was done. */
export function useRead<Result, Variables>(operation: Operation<Result, Variables>, variables: Variables, options: ReadOptions = {}): UseQueryResult<Result, RequestError> {
  return useQuery<Result, RequestError>({
    queryKey: [nameOf(operation), variables],
    queryFn: ({ signal }) => request(operation, variables, { signal }),
    enabled: options.isEnabled ?? true,
    meta: { isAside: options.isAside ?? false },
    ...(options.keepsLast ? { placeholderData: keepPreviousData as never } : {}),
    ...(options.everyMs ? { refetchInterval: options.everyMs } : {}),
  });
}

export interface ActOptions<Result> {
  readonly onDone?: (result: Result) => void | Promise<void>;
}

/** Does something on the server; what is shown is then read anew. Errors stay in `error` for the page to show beside what was typed. */
export function useAct<Result, Variables>(operation: Operation<Result, Variables>, { onDone }: ActOptions<Result> = {}): UseMutationResult<Result, RequestError, Variables> {
  const client = useQueryClient();
  return useMutation<Result, RequestError, Variables>({
    mutationFn: (variables) => request(operation, variables),
    onSuccess: async (result) => {
      void client.invalidateQueries();
      await onDone?.(result);
    },
  });
}
