import './nodes.js';
import { ContentResolver } from './content-resolver.js';
import { kindResolvers } from './kind-resolvers.js';
import { kindTypes } from './kind-types.js';
import { RevisionsResolver } from './revisions-resolver.js';
import { SearchResolver } from './search-resolver.js';
import { TopicsResolver } from './topics-resolver.js';

export const contentResolvers = [ContentResolver, ...kindResolvers, RevisionsResolver, SearchResolver, TopicsResolver];
/** The types of all kinds: no field names them, so the schema must be told of them. */
export const contentTypes = kindTypes.map(({ type }) => type);

export { Content, type Perspective } from './content-type.js';
export { assertMayRead, readableFilter } from './access.js';
export type { ContentDocument } from './content.js';
export { canonicalJson, assetIds, replaceAssetIds, diffBodies, plainText, textBlocks, countCharacters, type Body, type BodyNode } from './document/index.js';
export { createContent } from './create-content.js';
export { updateContent, type ContentUpdate } from './update-content.js';
export { assertRevision, submitContent } from './submit-content.js';
export { approveRevision, assertNewest, returnRevision, type DecidedRevision } from './decide-revision.js';
export { publishContent, correctContent, retractContent } from './release-content.js';
export { scheduleContent, unscheduleContent, watchTheClock } from './schedule-publication.js';
export { archiveContent, restoreContent } from './archive-content.js';
export { restoreRevision } from './restore-revision.js';
export { findLatePublications, type LatePublication } from './find-late-publications.js';
export { takeLock, releaseLock } from './locks.js';
export { importDocument } from './import/index.js';
export { importContent, type ImportRequest, type ImportResult } from './import-content.js';
export { authorsSince, findContentDocument } from './find-content-document.js';
export { findContent, findContents, draftViewOf } from './find-contents.js';
export { backfillTokens, findAnswers, searchPublished, type Answer } from './search/index.js';
export { createTopic, CreateTopicInput } from './topics-resolver.js';
export { Topic, topicCache, topicPaths } from './topic.js';
export { allKinds, detailAssetIds, kindNamed, wordedDetails, defineKind, field, type Kind } from './kinds.js';
export { findRelease, findLatestReleases, releaseActions, type Release, type ReleaseAction, type ContentFields } from './release.js';
export { findRevision, fieldsOf, hashOf, type Revision } from './revision.js';
export { contentActions, nextState, possibleActions, publications, workflows, type ContentAction, type ContentState } from './workflow.js';
export { ContentPublished, ContentCorrected, ContentRetracted, ContentRevised, ContentSubmitted, PublicationLate } from './events.js';
export type { PublishedContent } from './published.js';
