import { datacubeEndpoints } from './datacube-endpoints.js';
import { draftEndpoints } from './draft-endpoints.js';
import type { Endpoint } from './endpoint.js';
import { massEndpoints } from './mass-endpoints.js';
import { materialEndpoints } from './material-endpoints.js';
import { menuEndpoints } from './menu-endpoints.js';
import { messageEndpoints } from './message-endpoints.js';
import { platformEndpoints } from './platform-endpoints.js';
import { publishEndpoints } from './publish-endpoints.js';
import { userEndpoints } from './user-endpoints.js';

/** Every path that wants a token, by its name. */
const table = new Map<string, Endpoint>();

/** Looks a path up. */
export const findEndpoint = (path: string): Endpoint | undefined => table.get(path);

const all: readonly Endpoint[] = [
  ...platformEndpoints(findEndpoint), ...materialEndpoints, ...draftEndpoints, ...publishEndpoints, ...massEndpoints, ...menuEndpoints,
  ...userEndpoints, ...messageEndpoints, ...datacubeEndpoints,
];

for (const endpoint of all) table.set(endpoint.path, endpoint);
