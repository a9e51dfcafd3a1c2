/** Inline styles by the part they dress. No quotes, no position, no variables: WeChat would empty or drop them. */
export interface Theme {
  readonly root: string;
  readonly paragraph: string;
  readonly heading2: string;
  readonly heading3: string;
  readonly strong: string;
  readonly link: string;
  readonly list: string;
  readonly listItem: string;
  readonly quote: string;
  readonly figure: string;
  readonly image: string;
  readonly caption: string;
  readonly card: string;
  readonly label: string;
  readonly tableBox: string;
  readonly table: string;
  readonly headCell: string;
  readonly cell: string;
  readonly rule: string;
  readonly notice: string;
  readonly small: string;
}

/** The colours of a theme: the account's own, a pale ground for cards, and the text upon that ground. */
interface Colours {
  readonly accent: string;
  readonly ground: string;
  readonly onGround: string;
  readonly line: string;
}

const fonts = '-apple-system,BlinkMacSystemFont,PingFang SC,Hiragino Sans GB,Microsoft YaHei,sans-serif';

/**
 * What both themes share. Running text sets neither colour nor ground, so that WeChat's dark mode can recolour it; whatever has a
 * ground sets its text colour too. Styles stand on the outermost part they hold for, because every character counts.
 */
const aTheme = ({ accent, ground, onGround, line }: Colours, headings: Pick<Theme, 'heading2' | 'heading3'>): Theme => ({
  ...headings,
  root: `font-family:${fonts};font-size:16px;line-height:1.8;letter-spacing:0.5px;text-align:justify;padding:0 4px;overflow-wrap:break-word`,
  paragraph: 'margin:0 0 1.25em',
  strong: 'font-weight:600',
  link: `color:${accent};text-decoration:none;border-bottom:1px solid ${accent}`,
  list: 'margin:0 0 1.25em;padding-left:1.5em',
  listItem: 'margin:0 0 0.5em',
  quote: `margin:0 0 1.5em;padding:12px 16px;border-left:3px solid ${accent};background:${ground};color:${onGround}`,
  figure: 'margin:1.75em 0;text-align:center',
  image: 'display:block;max-width:100%;height:auto;margin:0 auto;border-radius:4px',
  caption: 'margin-top:8px;font-size:13px;line-height:1.6;color:#888888;text-align:center',
  card: `margin:0 0 1.5em;padding:14px 16px;border-radius:6px;background:${ground};color:${onGround}`,
  label: `font-weight:600;font-size:15px;color:${accent};margin:0 0 4px`,
  tableBox: 'overflow-x:auto;margin:0 0 1.5em',
  table: 'border-collapse:collapse;min-width:100%;font-size:14px;line-height:1.6;text-align:left',
  headCell: `padding:8px 10px;border:1px solid ${line};background:${ground};color:${onGround};font-weight:600`,
  cell: `padding:8px 10px;border:1px solid ${line}`,
  rule: `border:none;border-top:1px solid ${line};margin:2em 0`,
  notice: `margin:0 0 1.75em;padding:12px 16px;border:1px solid #e3b341;border-radius:6px;background:#fff8e6;color:#6b4e00;font-size:15px`,
  small: 'font-size:13px;line-height:1.7;color:#888888;text-align:left',
});

/** The two looks an operator can choose from: 政务蓝 and 简洁. */
export const themes = {
  blue: aTheme({ accent: '#1f5fad', ground: '#eef4fb', onGround: '#1d3557', line: '#c9d8ea' }, {
    heading2: 'margin:2em 0 1em;padding:6px 12px;border-left:4px solid #1f5fad;background:#eef4fb;color:#17406f;font-size:18px;line-height:1.5;font-weight:600;text-align:left',
    heading3: 'margin:1.5em 0 0.75em;font-size:16px;line-height:1.5;font-weight:600;color:#1f5fad;text-align:left',
  }),
  plain: aTheme({ accent: '#b3392f', ground: '#f6f6f4', onGround: '#333333', line: '#dddddd' }, {
    heading2: 'margin:2.25em 0 1em;font-size:18px;line-height:1.5;font-weight:600;text-align:center',
    heading3: 'margin:1.5em 0 0.75em;font-size:16px;line-height:1.5;font-weight:600;text-align:left',
  }),
} as const satisfies Record<string, Theme>;
export type ThemeName = keyof typeof themes;
