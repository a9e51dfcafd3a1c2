import { queryOptions } from '@tanstack/react-query';
import { request, type RequestError } from '../../graphql/request.js';
import { MeDocument, type MeQuery } from './session.generated.js';

/** Who is signed in, if anybody: asked while the code of the workplace is still on its way. */
export const meQuery = queryOptions<MeQuery, RequestError>({ queryKey: ['Me'], queryFn: () => request(MeDocument, {}, { isBare: true }), staleTime: 60_000 });
