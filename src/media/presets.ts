import { graphqlEnum } from '../kernel/index.js';

export const renditionPresets = ['card', 'list', 'hero', 'share', 'wechatCover', 'wechatSquare', 'wechatBody', 'body', 'feed', 'partner', 'credited'] as const;
export type RenditionPreset = (typeof renditionPresets)[number];

export const RenditionPresetEnum = graphqlEnum<RenditionPreset>('RenditionPreset', 'What a picture is cut and encoded for.', {
  card: '16:10, for the site\'s cards.', list: '4:3, small, for lists.', hero: '16:9, wide, for the head of a page.', share: '1.91:1, where a page is shared.',
  wechatCover: '2.35:1, the cover of a WeChat article.', wechatSquare: '1:1, the small cover of a WeChat article.', wechatBody: 'Uncut, a picture inside a WeChat article: JPEG below 1 MB.',
  body: 'Uncut, inside an article on the site.', feed: 'Uncut, for feeds: JPEG.', partner: 'Uncut, large, for partner media: JPEG.', credited: 'Uncut, with its credit written into the lower edge: JPEG.',
});

export type RenditionFormat = 'avif' | 'webp' | 'jpeg';

/** How a picture is made for one place. */
export interface PresetRecipe {
  /** Width divided by height; absent when nothing is cut off. */
  readonly aspect?: number;
  /** Pixels, upwards. A picture is never enlarged. */
  readonly widths: readonly number[];
  /** Best first: the first that the reader's Accept names, and the last for everybody else. */
  readonly formats: readonly RenditionFormat[];
  readonly quality: number;
  /** Bytes it may have at most; quality and then size give way. */
  readonly maxBytes?: number;
  /** Whether the asset's credit is written into it. */
  readonly hasCreditLine?: true;
}

const web: readonly RenditionFormat[] = ['avif', 'webp', 'jpeg'];
const outlet: readonly RenditionFormat[] = ['jpeg'];

/**
 * Every rendition there is: nothing else can be asked for, so nobody can make the server draw without end. WeChat's shapes and its limit of
 * 1 MB for body pictures (uploadimg) are WeChat's; 1.91:1 is Open Graph's.
 */
export const presetTable: Readonly<Record<RenditionPreset, PresetRecipe>> = {
  card: { aspect: 16 / 10, widths: [320, 480, 640, 960], formats: web, quality: 78 },
  list: { aspect: 4 / 3, widths: [160, 320, 480], formats: web, quality: 75 },
  hero: { aspect: 16 / 9, widths: [640, 960, 1440, 1920], formats: web, quality: 80 },
  share: { aspect: 1.91, widths: [1200], formats: outlet, quality: 82 },
  wechatCover: { aspect: 2.35, widths: [900], formats: outlet, quality: 85 },
  wechatSquare: { aspect: 1, widths: [500], formats: outlet, quality: 85 },
  wechatBody: { widths: [1080], formats: outlet, quality: 85, maxBytes: 1_000_000 },
  body: { widths: [480, 720, 1080, 1600], formats: web, quality: 80 },
  feed: { widths: [1200], formats: outlet, quality: 82 },
  partner: { widths: [2560], formats: outlet, quality: 90 },
  credited: { widths: [1200], formats: outlet, quality: 85, hasCreditLine: true },
};

/** True for a preset that exists. */
export const isPreset = (name: string): name is RenditionPreset => renditionPresets.some((preset) => preset === name);
