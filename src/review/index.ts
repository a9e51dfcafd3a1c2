import './nodes.js';
import { CommentsResolver } from './comments/comments-resolver.js';
import { DictionariesResolver } from './dictionaries/dictionaries-resolver.js';
import { ReviewResolver } from './resolver.js';

export const reviewResolvers = [ReviewResolver, CommentsResolver, DictionariesResolver];

export { Review, type ReviewState } from './review.js';
export { chainFor, checklistItems, levels, type ChecklistItem, type Level, type Step } from './chain.js';
export { submitForReview } from './submit-for-review.js';
export { signRevision, type Signing } from './sign-revision.js';
export { returnRevision } from './return-revision.js';
export { overrideFinding } from './override-finding.js';
export { restoreDictionary, saveDictionary, type DictionarySave } from './dictionaries/save-dictionary.js';
export { currentDictionaries } from './dictionaries/dictionary-version.js';
export { tryDictionary } from './dictionaries/try-dictionary.js';
export { voidReview } from './void-review.js';
export { checkContent, checkTyped } from './check-content.js';
export { addComment, type NewComment } from './comments/add-comment.js';
export { resolveComment } from './comments/resolve-comment.js';
export { CommentAdded, RevisionApproved, RevisionReturned, ReviewAdvanced } from './events.js';
