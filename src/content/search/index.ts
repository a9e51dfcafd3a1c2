export { backfillTokens } from './backfill.js';
export { findAnswers, type Answer } from './find-answers.js';
export { forgetFrequencies } from './frequency.js';
export { findRanked, searchPublished, type SearchRequest } from './search-published.js';
export { searchTokens, type SearchTokens } from './searchable-text.js';
export { tokensOf, tokensVersion, wordsOf } from './tokens.js';
