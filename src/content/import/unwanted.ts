import type { ImportReportCode } from './import-report.js';

const reasons: Readonly<Record<string, ImportReportCode | 'SILENTLY'>> = {
  script: 'SCRIPT_DROPPED',
  iframe: 'FRAME_DROPPED', frame: 'FRAME_DROPPED', frameset: 'FRAME_DROPPED', object: 'FRAME_DROPPED', embed: 'FRAME_DROPPED', applet: 'FRAME_DROPPED', portal: 'FRAME_DROPPED',
  input: 'FORM_DROPPED', button: 'FORM_DROPPED', select: 'FORM_DROPPED', textarea: 'FORM_DROPPED', datalist: 'FORM_DROPPED', output: 'FORM_DROPPED', progress: 'FORM_DROPPED', meter: 'FORM_DROPPED',
  svg: 'DRAWING_DROPPED', math: 'DRAWING_DROPPED', canvas: 'DRAWING_DROPPED',
  video: 'VIDEO_DROPPED', audio: 'VIDEO_DROPPED',
  style: 'SILENTLY', link: 'SILENTLY', meta: 'SILENTLY', base: 'SILENTLY', title: 'SILENTLY', head: 'SILENTLY', template: 'SILENTLY', noscript: 'SILENTLY', nav: 'SILENTLY', dialog: 'SILENTLY',
  source: 'SILENTLY', track: 'SILENTLY', param: 'SILENTLY', map: 'SILENTLY', area: 'SILENTLY', rp: 'SILENTLY', rt: 'SILENTLY', colgroup: 'SILENTLY', col: 'SILENTLY',
};

/** Why an element is dropped with all it holds; undefined for one that is read. */
export const unwanted = (tagName: string): ImportReportCode | 'SILENTLY' | undefined => (Object.hasOwn(reasons, tagName) ? reasons[tagName] : undefined);
