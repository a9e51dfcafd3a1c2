import { unitCache } from '../../accounts/index.js';
import { plainText } from '../document/index.js';
import { kindNamed, wordedDetails } from '../kinds.js';
import type { ContentFields } from '../release.js';
import { topicCache } from '../topics/topic.js';
import { tokensOf, tokensVersion } from './tokens.js';

/** What a document carries for being found. */
export interface SearchTokens {
  readonly tokens: string[];
  readonly tokensVersion: number;
}

/** The tokens of a content: its own words first, then what it is filed under, then its body. Topics and units by their names of now. */
export async function searchTokens(kindName: string, fields: ContentFields, topicPath: readonly string[]): Promise<SearchTokens> {
  const { title, shortTitle, summary, tags, place, author, source, details, body, unitId } = fields;
  const topics = (await topicCache.load(topicPath)).map((topic) => topic?.name);
  const unit = await unitCache.get(unitId);
  const worded = wordedDetails(kindNamed(kindName), details ?? {}).map(({ text }) => text);
  const texts = [title, shortTitle, summary, ...(tags ?? []), place, author, source, ...topics, unit?.name, unit?.shortName, ...worded, plainText(body)];
  return { tokens: tokensOf(texts), tokensVersion };
}
