export { BundleResolver } from './bundle-resolver.js';
export { isBundle, type BundleRow } from './bundle.js';
export { CannotBundleError } from './bundle-errors.js';
export { arePartsCurrent, bundlesBefore } from './are-parts-current.js';
export { createBundle, type BundleInput } from './create-bundle.js';
export { settleParts } from './settle-parts.js';
export { carryAgain, stopOutdatedBundles } from './follow-contents.js';
