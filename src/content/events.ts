import { Type } from 'typebox';
import { defineEvent } from '../kernel/index.js';

const released = {
  contentId: Type.String(),
  kind: Type.String(),
  version: Type.Integer({ minimum: 1 }),
  revisionId: Type.String(),
  contentHash: Type.String(),
};

/** Readers see it now, for the first time or again after a retraction. */
export const ContentPublished = defineEvent('content.published', 'A content was published: readers see it now.', Type.Object(released));

/** Readers see a better version now. */
export const ContentCorrected = defineEvent('content.corrected', 'A published content was corrected: readers see the new version now.', Type.Object(released));

/** Readers see it no more. */
export const ContentRetracted = defineEvent('content.retracted', 'A published content was taken back: readers see it no more.', Type.Object(released));

/** A revision was handed to review. */
export const ContentSubmitted = defineEvent('content.submitted', 'A revision was submitted for review.', Type.Object({
  contentId: Type.String(), revisionId: Type.String(), contentHash: Type.String(), kind: Type.String(), importance: Type.Integer(),
}));

/** An edit voided what reviewers had before them. */
export const ContentRevised = defineEvent('content.revised', 'A revision before the reviewers, approved or scheduled was edited: what was signed is void.', Type.Object({
  contentId: Type.String(), voidedRevisionId: Type.String(), revisionId: Type.String(),
}));

/** A scheduled publication was not done in time. */
export const PublicationLate = defineEvent('publication.late', 'A scheduled publication is overdue.', Type.Object({
  contentId: Type.String(), dueAt: Type.String({ description: 'ISO 8601' }), minutesLate: Type.Number(),
}));
