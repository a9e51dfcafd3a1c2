import sharp from 'sharp';
import { beforeAndAfter, dataNetwork, hundredDays, joinedErrands, rectificationLoop, sixtyMinutes } from './illustrations/charts.js';
import { areaMap, countyHills, film } from './illustrations/landscapes.js';
import { certificate, counter, oneFormManyDesks, openGuide, quickPayment, threeDoors } from './illustrations/offices.js';
import { height, sand, rect, width } from './illustrations/shapes.js';

/** Every demo picture: the description for those who cannot see it, and how it is drawn. */
export const illustrations = {
  'sixty-minutes': { alt: '一面钟盘，六十分钟的刻度围着一座房子', draw: sixtyMinutes },
  'before-and-after': { alt: '三组柱形，改革后的都比改革前的短', draw: beforeAndAfter },
  'hundred-days': { alt: '一百个圆点排成日历，最后一点亮起', draw: hundredDays },
  'joined-errands': { alt: '四条彩色的路汇成一条', draw: joinedErrands },
  'data-network': { alt: '节点之间由线相连，信息在线上流动', draw: dataNetwork },
  'rectification-loop': { alt: '四段箭头首尾相接成环', draw: rectificationLoop },
  counter: { alt: '办事窗口，里外各坐一人', draw: counter },
  certificate: { alt: '一张盖了章的证照从信封中取出', draw: certificate },
  'one-form-many-desks': { alt: '一张表单连着许多张办公桌', draw: oneFormManyDesks },
  'quick-payment': { alt: '手机扫描缴款单上的方格码', draw: quickPayment },
  'three-doors': { alt: '三扇门通向同一间书房', draw: threeDoors },
  'open-guide': { alt: '一本翻开的指南，页上有图有表', draw: openGuide },
  'county-hills': { alt: '江水环绕的山间立着一座服务中心', draw: countyHills },
  'area-map': { alt: '分成彩色地块的园区地图', draw: areaMap },
  film: { alt: '一格胶片，当中是播放的三角', draw: film },
} as const satisfies Record<string, { readonly alt: string; readonly draw: () => string }>;

export type IllustrationName = keyof typeof illustrations;

/** Who made the pictures, and that anybody may use them. */
export const illustrationCredit = '一次演示素材';

function known(name: string): IllustrationName {
  if (!Object.hasOwn(illustrations, name)) throw new Error(`there is no illustration ${name}`);
  return name as IllustrationName;
}

/** The picture as an SVG document. Throws for a name that nothing is drawn for. */
export const illustrationSvg = (name: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${rect(0, 0, width, height, sand)}${illustrations[known(name)].draw()}</svg>`;

/** The picture as a PNG of `pixels` × 9/16, with few colours and therefore few bytes. */
export const drawIllustration = (name: string, pixels: number = width): Promise<Buffer> =>
  sharp(Buffer.from(illustrationSvg(name))).resize({ width: pixels }).png({ palette: true, colours: 64, compressionLevel: 9 }).toBuffer();

const address = /illustration:([a-z-]+)/g;

/** The pictures that a body names as `illustration:<name>`, each once. Throws for a name that nothing is drawn for. */
export const illustrationsIn = (markdown: string): IllustrationName[] => [...new Set([...markdown.matchAll(address)].map(([, name = '']) => known(name)))];

/** The body with an address of the caller's in the place of every `illustration:<name>`. */
export const withIllustrations = (markdown: string, addressOf: (name: IllustrationName) => string): string =>
  markdown.replace(address, (_whole, name: string) => addressOf(known(name)));
