import { Type } from 'typebox';
import { defineEvent } from '../kernel/index.js';

const reviewed = { reviewId: Type.String(), contentId: Type.String(), revisionId: Type.String(), contentHash: Type.String() };

/** The last signature was given: the revision may be released. */
export const RevisionApproved = defineEvent('revision.approved', 'Every signature is there: the revision may be released.', Type.Object(reviewed));

/** A reviewer sent it back. */
export const RevisionReturned = defineEvent('revision.returned', 'A reviewer sent the revision back.', Type.Object({ ...reviewed, reason: Type.String() }));

/** The next level is to sign. */
export const ReviewAdvanced = defineEvent('review.advanced', 'A signature was given; the next level is to sign.', Type.Object({ ...reviewed, nextLevel: Type.String() }));

/** Somebody said something about a passage. */
export const CommentAdded = defineEvent('comment.added', 'Somebody commented on a passage; the people it names are to be told.', Type.Object({ commentId: Type.String(), contentId: Type.String(), mentionIds: Type.Array(Type.String()) }));
