import type { WechatSettings } from '../settings.js';

type Rule = NonNullable<WechatSettings['keywordReplies']>[number];

/** One writing for what people type differently: width, case, spaces, closing punctuation. */
const folded = (text: string): string => text.normalize('NFKC').toLowerCase().replace(/\s+/gu, '').replace(/[。．.！!？?~～，,、]+$/u, '');

/** The reply of the first rule that fits: its keyword is in the message, or is the message where the rule says so. */
export function keywordReply(rules: readonly Rule[], message: string): string | undefined {
  const said = folded(message);
  const fits = ({ keywords, isWhole }: Rule): boolean => keywords.map(folded).some((keyword) => keyword !== '' && (isWhole ? said === keyword : said.includes(keyword)));
  return rules.find(fits)?.reply;
}
