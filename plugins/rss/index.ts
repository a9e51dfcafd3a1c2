import { defineChannel } from '../../src/distribution/channel.js';
import { renderItem } from './feed-item.js';
import { serveFeed } from './serve-feed.js';
import { rssSettings } from './settings.js';

/** Feeds in RSS 2.0, Atom 1.0 and JSON Feed 1.1 at `/feeds/<slug>.rss|.atom|.json`. The delivered rows are the feed. */
export const rss = defineChannel({
  id: 'rss',
  name: { zh: '订阅源', en: 'Feed' },
  actions: ['publish', 'correct', 'retract'],
  settings: rssSettings,
  isPull: true,
  render: renderItem,
  deliver: () => Promise.resolve({ outcome: 'delivered', message: '已进入订阅源' }),
  serve: serveFeed,
});

/** Channels are loaded by their default export, as those of npm packages are. */
export default rss;
