import { createHash } from 'node:crypto';
import type { Publication } from '../../src/distribution/channel.js';
import { escapeHtml, oneLine } from './text.js';

/**
 * The mark by which an article of ours is known again in the draft box and the published list: 16 hex digits, the same for every
 * attempt, another for every version and destination. WeChat keeps `data-*` attributes.
 */
export const markerOf = (destinationId: string, contentId: string, version: number): string =>
  createHash('sha256').update(JSON.stringify([destinationId, contentId, version])).digest('hex').slice(0, 16);

/** The markers of a publication's articles, in their order: one, or one for each part of a bundle. A part's is what it would be alone. */
export const markersOf = (destinationId: string, publication: Publication): string[] =>
  (publication.parts ?? [publication]).map(({ contentId, version }) => markerOf(destinationId, contentId, version));

/** The attribute that carries a marker. */
export const markerAttribute = (marker: string): string => `data-yici="${escapeHtml(marker)}"`;

/** The markers found in an article's HTML. */
export const markersIn = (content: string): string[] => [...content.matchAll(/data-yici="([0-9a-f]{16})"/g)].map((match) => match[1]!);

/** Titles are compared as WeChat may store them: entities decoded, white space folded. */
export const isSameTitle = (one: string, other: string): boolean => fold(one) === fold(other);
const fold = (title: string): string => oneLine(title.replace(/&#39;/g, '\'').replace(/&quot;/g, '"').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&'));
