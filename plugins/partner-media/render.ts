import type { Action, Destination, Payload, Publication } from '../../src/distribution/channel.js';
import type { Ninjs } from './ninjs.js';
import type { PartnerMediaSettings } from './settings.js';
import { toNinjs } from './to-ninjs.js';

/** The event a receiver sees for each action. */
const eventTypes = { publish: 'content.published', correct: 'content.corrected', retract: 'content.retracted' } as const;

/**
 * The Standard Webhooks envelope around the news item, the largest form of it that fits `maxBytes`: whole; without the plain text;
 * the link only; the link with no media but the cover. The last is taken even when it does not fit.
 */
export function render(publication: Publication, action: Action, { settings }: Destination<PartnerMediaSettings>): Payload {
  const whole = toNinjs(publication, action, settings);
  const link = withoutBodies(whole);
  const forms = settings.mode === 'link' ? [link, withCoverOnly(link)] : [whole, withoutPlainText(whole), link, withCoverOnly(link)];
  const limit = settings.maxBytes ?? 20_000;
  const bodies = forms.map((data) => JSON.stringify({ type: eventTypes[action], timestamp: publication.publishedAt.toISOString(), data }));
  const body = bodies.find((one) => Buffer.byteLength(one) <= limit) ?? bodies.at(-1)!;
  return { contentType: 'application/json', body };
}

const withoutPlainText = (item: Ninjs): Ninjs => ({ ...item, ...(item.bodies && { bodies: item.bodies.filter(({ role }) => role !== 'plain') }) });

function withoutBodies(item: Ninjs): Ninjs {
  const { bodies: _bodies, ...rest } = item;
  return { ...rest, representationType: 'partial' };
}

const withCoverOnly = (item: Ninjs): Ninjs =>
  ({ ...item, ...(item.associations && { associations: item.associations.filter(({ name }) => name === 'cover') }) });
