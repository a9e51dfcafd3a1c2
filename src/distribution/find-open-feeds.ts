import { channels } from './channels.js';
import { DestinationModel, type DestinationRow } from './destination.js';

/** A feed that anybody may read. */
export type OpenFeed = Pick<DestinationRow, '_id' | 'name' | 'slug' | 'settings'>;

/** The active pull destinations that ask for no key, oldest first: what a page may point its readers to. */
export async function findOpenFeeds(): Promise<OpenFeed[]> {
  const channelId = { $in: channels().filter(({ isPull }) => isPull).map(({ id }) => id) };
  const rows = await DestinationModel.find({ channelId, isActive: true }).sort({ _id: 1 }).limit(50).lean<DestinationRow[]>();
  return rows.filter(({ secrets }) => Object.keys(secrets ?? {}).length === 0).map(({ _id, name, slug, settings }) => ({ _id, name, slug, settings }));
}
