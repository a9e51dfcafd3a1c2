import { Type } from 'typebox';
import { defineEvent } from '../kernel/index.js';

/** Their sessions and keys have ended; what waits for them must go to somebody else. */
export const PersonDeactivated = defineEvent('person.deactivated', 'An account was closed: nothing may wait for this person any more.', Type.Object({ personId: Type.String() }));
