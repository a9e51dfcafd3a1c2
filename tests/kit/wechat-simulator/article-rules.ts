import type { Ask, JsonObject } from './endpoint.js';
import { flagOf, isObject, textOf } from './endpoint.js';
import { findPermanent, pictureUrl } from './material-endpoints.js';
import { reject } from './rejection.js';
import { sanitiseContent, wordsOf } from './sanitise-content.js';
import type { Article } from './state.js';

/** Characters as people count them; the text still carries its literal `\u` escapes. */
const lengthOf = (text: string): number => [...text].length;

const bytesOf = (text: string): number => Buffer.byteLength(text, 'utf8');

type Place = Pick<Ask, 'account' | 'world'>;

function checkWords(body: JsonObject, { world: { limits } }: Place): void {
  const title = textOf(body, 'title');
  if (!title.trim() || lengthOf(title) > limits.title) reject(45003);
  if (lengthOf(textOf(body, 'author')) > limits.author) reject(45110);
  if (lengthOf(textOf(body, 'digest')) > limits.digest) reject(45004);
}

function checkContent(content: string, { world: { limits } }: Place): void {
  if (!content.trim()) reject(45166);
  if (lengthOf(content) >= limits.content || bytesOf(content) >= limits.contentBytes) reject(45002);
}

function checkSourceUrl(url: string, { world: { limits } }: Place): void {
  if (!url) return;
  if (bytesOf(url) > limits.sourceUrlBytes) reject(45005);
  if (!/^https?:\/\/[^\s/]+/i.test(url)) reject(41039);
}

const isShare = (text: string): boolean => /^(?:0(?:\.\d{1,6})?|1(?:\.0{1,6})?)$/.test(text);

/** Four shares of the picture's width and height: left < right, top < bottom. */
function isCrop(parts: readonly string[]): boolean {
  const [x1, y1, x2, y2] = parts.map(Number);
  if (parts.length !== 4 || !parts.every(isShare)) return false;
  return Number(x1) < Number(x2) && Number(y1) < Number(y2);
}

function checkCrops(body: JsonObject, isPictures: boolean): void {
  for (const name of ['pic_crop_235_1', 'pic_crop_1_1']) {
    const crop = textOf(body, name);
    if (crop && !isCrop(crop.split('_'))) reject(53402);
  }
  const info = body['cover_info'];
  if (info === undefined) return;
  const list = isObject(info) ? info['crop_percent_list'] : undefined;
  if (!Array.isArray(list) || !list.every((one: unknown) => isObject(one) && isCoverCrop(one, isPictures))) reject(53402);
}

function isCoverCrop(crop: JsonObject, isPictures: boolean): boolean {
  const ratios = isPictures ? ['2.35_1', '1_1', '16_9'] : ['2.35_1', '1_1'];
  return ratios.includes(textOf(crop, 'ratio')) && isCrop(['x1', 'y1', 'x2', 'y2'].map((name) => String(crop[name] ?? '')));
}

function readComments(body: JsonObject, { account }: Place): Pick<Article, 'needOpenComment' | 'onlyFansCanComment'> {
  const needOpenComment = flagOf(body, 'need_open_comment');
  if (needOpenComment && account.options.comments === false) reject(88000);
  return { needOpenComment, onlyFansCanComment: flagOf(body, 'only_fans_can_comment') };
}

/** A cover: a permanent picture or thumb of this account. */
function findCover(mediaId: string, place: Place): { readonly mediaId: string; readonly url: string } {
  const material = findPermanent(place, mediaId);
  if (material.type !== 'image' && material.type !== 'thumb') reject(40007);
  return { mediaId, url: pictureUrl(place, material) };
}

function readPictures(body: JsonObject, place: Place): Article['pictures'] {
  const info = body['image_info'];
  const list = isObject(info) ? info['image_list'] : undefined;
  if (!Array.isArray(list) || list.length < 1 || list.length > 20) return reject(40007);
  return list.map((one: unknown) => (isObject(one) ? findCover(textOf(one, 'image_media_id'), place) : reject(40007)));
}

function readNews(body: JsonObject, place: Place): Pick<Article, 'content' | 'pictures' | 'thumbMediaId' | 'thumbUrl'> {
  const content = textOf(body, 'content');
  checkContent(content, place);
  checkSourceUrl(textOf(body, 'content_source_url'), place);
  const cover = findCover(textOf(body, 'thumb_media_id'), place);
  return { content: sanitiseContent(content), pictures: [], thumbMediaId: cover.mediaId, thumbUrl: cover.url };
}

/** A picture message: the text is plain, the first picture is the cover. */
function readNewspic(body: JsonObject, place: Place): Pick<Article, 'content' | 'pictures' | 'thumbMediaId' | 'thumbUrl'> {
  const content = textOf(body, 'content');
  checkContent(content, place);
  const pictures = readPictures(body, place);
  return { content: wordsOf(content), pictures, thumbMediaId: pictures[0]?.mediaId ?? '', thumbUrl: pictures[0]?.url ?? '' };
}

/** Checks one article of draft/add or draft/update field by field and gives it as it will be stored. */
export function readArticle(body: unknown, place: Place, isSingle: boolean): Article {
  if (!isObject(body)) return reject(47001);
  const type = textOf(body, 'article_type') || 'news';
  if (type !== 'news' && type !== 'newspic') return reject(40008);
  checkWords(body, place);
  const parts = type === 'news' ? readNews(body, place) : readNewspic(body, place);
  checkCrops(body, type === 'newspic');
  const digest = isSingle ? textOf(body, 'digest') || [...wordsOf(parts.content)].slice(0, 54).join('') : '';
  return {
    articleType: type, title: textOf(body, 'title'), author: textOf(body, 'author'), digest,
    sourceUrl: textOf(body, 'content_source_url'), ...parts, ...readComments(body, place),
  };
}
