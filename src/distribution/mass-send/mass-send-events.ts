import { Type } from 'typebox';
import { defineEvent } from '../../kernel/index.js';

const massSend = { massSendId: Type.String(), destinationId: Type.String(), contentId: Type.String(), version: Type.Integer({ minimum: 1 }) };

/** An operator wants to send to followers: a chief editor decides. */
export const MassSendRequested = defineEvent('massSend.requested', 'Somebody wants to send a content to an outlet\'s followers; a chief editor decides.', Type.Object(massSend));

/** A chief editor approved it: it goes out now. */
export const MassSendApproved = defineEvent('massSend.approved', 'A mass send was approved and goes out now.', Type.Object(massSend));

/** It came to its end. */
export const MassSendSettled = defineEvent('massSend.settled', 'A mass send came to its end.', Type.Object({
  ...massSend, outcome: Type.String({ description: 'delivered, refused, rejected or cancelled' }), sent: Type.Optional(Type.Integer({ description: 'How many people got it, when the outlet told' })),
}));

/** Only a person can say whether it went out. */
export const MassSendStuck = defineEvent('massSend.stuck', 'A mass send may have gone out, and nothing but a person can find out.', Type.Object({ ...massSend, message: Type.String() }));
