import type { Check, CheckedImage, Spot } from './check.js';
import { spotOn } from './checked-text.js';

const noRights = { zh: '图片使用权未确认，请确认授权或更换图片', en: 'Nobody has confirmed that we may use the picture: confirm its rights or replace it.' };
const noCredit = { zh: '图片未署作者或来源', en: 'The picture credits nobody: name its author or source.' };
const noAlt = { zh: '图片缺少替代文字，视障读者无法获知内容', en: 'The picture has no alternative text: describe it for readers who cannot see it.' };

/** A missing right blocks, being a wrong to somebody; a missing credit or description is only told. */
function spotsOf({ path, assetId, alt, credit, hasRights }: CheckedImage): Spot[] {
  return [
    ...(hasRights ? [] : [spotOn(path, noRights, { severity: 'block', excerpt: assetId })]),
    ...(credit?.trim() ? [] : [spotOn(`${path}.credit`, noCredit, { excerpt: assetId })]),
    ...(alt?.trim() ? [] : [spotOn(`${path}.alt`, noAlt, { excerpt: assetId })]),
  ];
}

/** Pictures whose rights, credit or description are missing. */
export const imageRightsCheck: Check = {
  id: 'image-rights',
  name: { zh: '图片版权与说明', en: 'Picture rights' },
  severity: 'warn',
  run: ({ images }) => images.flatMap(spotsOf),
};
