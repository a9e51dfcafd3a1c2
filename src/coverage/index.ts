import { ContentCoverageResolver, CoverageResolver } from './coverage-resolver.js';
import { ContentReachResolver, DestinationReachResolver, ReachResolver } from './reach-resolver.js';

/** This module's part of the GraphQL schema. */
export const coverageResolvers = [CoverageResolver, ContentCoverageResolver, ReachResolver, ContentReachResolver, DestinationReachResolver] as const;

export { Coverage, coverageSources, outletLevels, type CoverageSource, type OutletLevel } from './coverage.js';
export { recordCoverage, recordDeliveredCoverage, recordReportedCoverage, type SeenCoverage } from './record-coverage.js';
export { fetchReach, fetchReachDaily } from './fetch-reach.js';
export { findReach, findReachTotals, type ReachOfContent, type ReachTotals } from './find-reach.js';
export { Reach } from './reach.js';
