import { Type } from 'typebox';
import { defineEvent } from '../../kernel/index.js';

/** A partner told what it did with a delivery. */
export const ReceiptReported = defineEvent('receipt.reported', 'A partner reported what it did with a delivery: accepted, declined or ran it.', Type.Object({
  receiptId: Type.String(),
  deliveryId: Type.String(),
  destinationId: Type.String(),
  contentId: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  outcome: Type.String({ description: 'accepted, declined or ran' }),
  url: Type.Optional(Type.String({ description: 'Where it ran' })),
  position: Type.Optional(Type.String({ description: 'Where on the page or in the programme' })),
  ranAt: Type.Optional(Type.String({ description: 'When it ran, ISO 8601' })),
}));
