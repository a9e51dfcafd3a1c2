import { defineChannel } from '../../src/distribution/channel.js';
import { adapt, checkSettings } from './adapt.js';
import { check } from './check.js';
import { post } from './post.js';
import { render } from './render.js';
import { partnerMediaSettings } from './settings.js';

/** Partner newsrooms: IPTC ninjs 3.0 in signed Standard Webhooks. */
export const partnerMedia = defineChannel({
  id: 'partner-media',
  name: { zh: '合作媒体', en: 'Partner media' },
  actions: ['publish', 'correct', 'retract'],
  settings: partnerMediaSettings,
  // Receivers drop repeats by webhook-id, so an attempt that may have arrived is safe to repeat.
  isRepeatable: true,
  render,
  adapt,
  checkSettings,
  deliver: ({ id, payload, destination }, host) => post({ id, body: payload.body }, destination, host),
  check,
});

/** Channels are loaded by their default export, as those of npm packages are. */
export default partnerMedia;
