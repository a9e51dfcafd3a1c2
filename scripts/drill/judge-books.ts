import type { OutletBooks } from './outlets.js';

/** What went wrong with an article that was published and then corrected, in sentences; empty when every outlet has exactly what it should. Pure. */
export function judgeBooks({ submissions, published, drafts, partnerTook, partnerHas, feeds }: OutletBooks, correctedSummary: string): string[] {
  const standing = published.filter(({ isStanding }) => isStanding);
  return [
    ...found(submissions !== 2, `WeChat was asked to publish ${submissions} times with effect, instead of once for each of 2 versions`),
    ...found(published.length !== 2, `WeChat published ${published.length} articles, instead of 2`),
    ...found(standing.length !== 1, `${standing.length} articles stand in the WeChat account, instead of 1`),
    ...found(standing.some(({ digest }) => digest !== correctedSummary), 'the article that stands in the WeChat account is not the corrected one'),
    ...found(drafts > 0, `${drafts} drafts were left in the WeChat draft box`),
    ...found(partnerTook.join() !== '1,2', `the partner took the versions ${partnerTook.join(', ') || 'none'}, instead of 1, 2`),
    ...found(partnerHas !== '2', `the partner has version ${partnerHas ?? 'none'}, instead of 2`),
    ...Object.entries(feeds).flatMap(([format, { entries, corrected }]) =>
      found(entries !== 1 || corrected !== 1, `all.${format} has the article ${entries} times, ${corrected} of them corrected, instead of once, corrected`)),
  ];
}

const found = (isWrong: boolean, sentence: string): string[] => (isWrong ? [sentence] : []);
