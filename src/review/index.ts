import './nodes.js';
import { ReviewResolver } from './resolver.js';

export const reviewResolvers = [ReviewResolver];

export { Review, type ReviewState } from './review.js';
export { chainFor, checklistItems, levels, type ChecklistItem, type Level, type Step } from './chain.js';
export { submitForReview } from './submit-for-review.js';
export { signRevision, type Signing } from './sign-revision.js';
export { returnRevision } from './return-revision.js';
export { overrideFinding } from './override-finding.js';
export { voidReview } from './void-review.js';
export { checkContent } from './check-content.js';
export { RevisionApproved, RevisionReturned, ReviewAdvanced } from './events.js';
