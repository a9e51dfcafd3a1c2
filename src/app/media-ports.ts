import { findContentUses, isShownAsset } from '../content/index.js';
import { registerUsage, registerVisibility } from '../media/index.js';

/** Lets media ask the modules above who uses an asset and who may see it. Once per process. */
export function registerMediaPorts(): void {
  registerUsage(findContentUses);
  registerVisibility(isShownAsset);
}
