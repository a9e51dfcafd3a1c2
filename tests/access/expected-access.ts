import { roles, type Role } from '../../src/accounts/index.js';

/** Somebody at a door: a role, or nobody. */
export type Who = Role | 'anonymous';

const everybody: readonly Who[] = ['anonymous', ...roles];
const signedIn: readonly Who[] = roles;
const staff: readonly Who[] = ['contributor', 'editor', 'reviewer', 'chiefEditor', 'operator', 'administrator'];
const office: readonly Who[] = ['editor', 'reviewer', 'chiefEditor', 'operator', 'administrator'];
const writers: readonly Who[] = ['contributor', 'editor'];
const releasers: readonly Who[] = ['chiefEditor', 'operator'];

/**
 * Who is let in to every operation of the API: written out by hand, so that a change of a door is a change of this page. What a
 * role may see or do behind the door (its own unit, its own level) is tested where the rule lives.
 */
export const expectedAccess: Readonly<Record<string, readonly Who[]>> = {
  // Queries
  apiKeys: staff,
  auditEntries: ['administrator'],
  people: office,
  person: office,
  permissionMatrix: ['administrator'],
  me: everybody,
  sessions: signedIn,
  units: staff,
  unit: staff,
  asset: staff,
  assets: staff,
  article: everybody,
  articles: everybody,
  case: everybody,
  cases: everybody,
  video: everybody,
  videos: everybody,
  content: everybody,
  contents: everybody,
  search: everybody,
  revisions: staff,
  revisionDiff: staff,
  topics: everybody,
  deliveries: [...office, 'partner'],
  delivery: [...office, 'partner'],
  deliveryCounts: [...office, 'partner'],
  deliveryProgress: [...office, 'partner'],
  channels: office,
  destinations: office,
  destination: office,
  previewRule: office,
  review: staff,
  reviews: staff,
  checkContent: staff,
  node: everybody,

  // Mutations. `changePassword` opens for stored people only, and those of this test are not: accounts tests it.
  createApiKey: staff,
  revokeApiKey: staff,
  createPerson: ['administrator'],
  updatePerson: ['administrator'],
  deactivatePerson: ['administrator'],
  reactivatePerson: ['administrator'],
  resetPassword: ['administrator'],
  signIn: everybody,
  signOut: everybody,
  changePassword: [],
  endSession: signedIn,
  endOtherSessions: signedIn,
  createUnit: ['administrator'],
  updateUnit: ['administrator'],
  createArticle: writers,
  updateArticle: writers,
  createCase: writers,
  updateCase: writers,
  createVideo: writers,
  updateVideo: writers,
  publishContent: releasers,
  scheduleContent: releasers,
  unscheduleContent: releasers,
  correctContent: releasers,
  retractContent: releasers,
  archiveContent: ['editor', 'chiefEditor'],
  restoreContent: ['editor', 'chiefEditor'],
  restoreRevision: writers,
  takeLock: writers,
  releaseLock: writers,
  createTopic: ['chiefEditor', 'administrator'],
  retryDelivery: ['operator'],
  cancelDelivery: ['operator'],
  settleDelivery: ['operator', 'partner'],
  replayDeliveries: ['operator'],
  createDestination: ['administrator'],
  updateDestination: ['administrator'],
  activateDestination: ['administrator'],
  deactivateDestination: ['administrator'],
  testDestination: ['administrator'],
  submitContent: writers,
  signRevision: ['editor', 'reviewer', 'chiefEditor'],
  returnRevision: ['editor', 'reviewer', 'chiefEditor'],
  overrideFinding: ['reviewer', 'chiefEditor'],
};
