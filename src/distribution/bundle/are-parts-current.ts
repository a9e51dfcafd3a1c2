import { findContentDocument } from '../../content/index.js';
import { BundleModel } from './bundle.js';

/** Whether readers see just the versions that a bundle holds, of all its contents. */
export async function arePartsCurrent(bundleId: string): Promise<boolean> {
  const bundle = await BundleModel.findById(bundleId).lean();
  if (!bundle) return false;
  const contents = await Promise.all(bundle.parts.map(({ contentId }) => findContentDocument(contentId)));
  return bundle.parts.every(({ version }, at) => contents[at]?.publication === 'published' && contents[at].released?.version === version);
}

/** The bundles that hold a version of a content before this one. */
export async function bundlesBefore(contentId: string, version: number): Promise<string[]> {
  const bundles = await BundleModel.find({ parts: { $elemMatch: { contentId, version: { $lt: version } } } }, { _id: 1 }).lean<{ _id: string }[]>();
  return bundles.map(({ _id }) => _id);
}
