import mongoose from 'mongoose';
import { offerDemoAccounts } from '../../src/accounts/index.js';
import { items } from './items/index.js';
import { demoDestinations } from './destinations.js';
import { people } from './people.js';
import { marks } from './marks.js';

type Rows = mongoose.mongo.Collection<{ _id: string }>;
const rows = (name: string): Rows => mongoose.connection.collection(name) as unknown as Rows;
const idsOf = (name: string, filter: object): Promise<string[]> => rows(name).distinct('_id', filter);

/**
 * Takes the demo's people, contents and destinations away, with all that hangs on them. Units and topics stay: they are the
 * city's real ones. So does the audit trail. What people added themselves is left alone.
 */
export async function removeDemo(say: (line: string) => void): Promise<void> {
  const contents = await idsOf('contents', { 'draft.title': { $in: items.map(({ title }) => title) } });
  const destinations = await idsOf('destinations', { slug: { $in: demoDestinations.map(({ slug }) => slug) } });
  const persons = await idsOf('persons', { login: { $in: people.map(({ login }) => login) } });
  const deliveries = await idsOf('deliveries', { $or: [{ contentId: { $in: contents } }, { destinationId: { $in: destinations } }] });
  const doomed: readonly (readonly [collection: string, filter: object])[] = [
    ['attempts', { deliveryId: { $in: deliveries } }], ['deliveries', { _id: { $in: deliveries } }],
    ...['revisions', 'releases', 'reviews'].map((name) => [name, { contentId: { $in: contents } }] as const),
    ['published', { _id: { $in: contents } }], ['contents', { _id: { $in: contents } }],
    ['destinations', { _id: { $in: destinations } }], ['sessions', { personId: { $in: persons } }], ['persons', { _id: { $in: persons } }],
  ];
  for (const [collection, filter] of doomed) {
    const { deletedCount } = await rows(collection).deleteMany(filter);
    if (deletedCount > 0) say(`removed ${deletedCount} from ${collection}`);
  }
  await offerDemoAccounts([]);
  await marks().deleteMany({});
  await marks().insertOne({ _id: 'removed', at: new Date() });
  say('The demo is gone and will not come back. Make an administrator of your own with: npm run admin -- --login NAME');
}
