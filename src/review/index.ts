import './nodes.js';
import { CommentsResolver } from './comments/comments-resolver.js';
import { ReviewResolver } from './resolver.js';

export const reviewResolvers = [ReviewResolver, CommentsResolver];

export { Review, type ReviewState } from './review.js';
export { chainFor, checklistItems, levels, type ChecklistItem, type Level, type Step } from './chain.js';
export { submitForReview } from './submit-for-review.js';
export { signRevision, type Signing } from './sign-revision.js';
export { returnRevision } from './return-revision.js';
export { overrideFinding } from './override-finding.js';
export { voidReview } from './void-review.js';
export { checkContent, checkTyped } from './check-content.js';
export { addComment, type NewComment } from './comments/add-comment.js';
export { resolveComment } from './comments/resolve-comment.js';
export { CommentAdded, RevisionApproved, RevisionReturned, ReviewAdvanced } from './events.js';
