import type { Check, CheckedImage, Spot } from './check.js';
import { spotOn } from './checked-text.js';

const noRights = { zh: '图片使用权未确认，请确认授权或更换图片', en: 'Nobody has confirmed that we may use the picture: confirm its rights or replace it.' };
const hasEnded = { zh: '图片使用权已到期，请续期、更换图片或移除', en: 'The right to use the picture has ended: prolong it, replace the picture or take it out.' };
const noCredit = { zh: '图片未署作者或来源', en: 'The picture credits nobody: name its author or source.' };
const noAlt = { zh: '图片缺少替代文字，视障读者无法获知内容', en: 'The picture has no alternative text: describe it for readers who cannot see it.' };

/** A missing or ended right blocks, being a wrong to somebody, and so does a missing description: it shuts readers out. A missing credit is only told. */
function spotsOf({ path, assetId, alt, credit, hasRights, rightsExpireAt }: CheckedImage, now: Date): Spot[] {
  return [
    ...(hasRights ? [] : [spotOn(path, noRights, { severity: 'block', excerpt: assetId })]),
    ...(rightsExpireAt && rightsExpireAt <= now ? [spotOn(path, hasEnded, { severity: 'block', excerpt: assetId })] : []),
    ...(credit?.trim() ? [] : [spotOn(`${path}.credit`, noCredit, { excerpt: assetId })]),
    ...(alt?.trim() ? [] : [spotOn(`${path}.alt`, noAlt, { severity: 'block', excerpt: assetId })]),
  ];
}

/** Pictures whose rights, credit or description are missing, or whose rights have ended. */
export const imageRightsCheck: Check = {
  id: 'image-rights',
  name: { zh: '图片版权与说明', en: 'Picture rights' },
  severity: 'warn',
  run: ({ images }, { now }) => images.flatMap((image) => spotsOf(image, now)),
};
