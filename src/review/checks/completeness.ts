import type { Check, CheckSubject, Spot } from './check.js';
import { spotOn } from './checked-text.js';

/** A summary shorter than this says less than the title. In characters. */
const shortestSummary = 20;

const hasBody = ({ blocks }: CheckSubject): boolean => blocks.some(({ path, text }) => path.startsWith('body') && text.trim() !== '');

/** A film may stand for its text; nothing else may go out empty. */
function bodySpots(subject: CheckSubject): Spot[] {
  if (hasBody(subject)) return [];
  return [spotOn('body', { zh: '正文为空', en: 'The body is empty: write it.' }, { severity: subject.kind === 'video' ? 'warn' : 'block' })];
}

function summarySpots(summary: string): Spot[] {
  const { length } = [...summary.trim()];
  if (length >= shortestSummary) return [];
  return [spotOn('summary', length === 0
    ? { zh: '摘要为空，列表与推送将只显示标题', en: 'The summary is empty: lists and pushes will show the title alone.' }
    : { zh: `摘要过短（不足 ${shortestSummary} 字）`, en: `The summary has fewer than ${shortestSummary} characters.` }, { excerpt: summary.trim() })];
}

/** Texts that are not finished: no body, no summary worth the name. */
export const completenessCheck: Check = {
  id: 'completeness',
  name: { zh: '正文与摘要', en: 'Body and summary' },
  severity: 'warn',
  run: (subject) => [...bodySpots(subject), ...summarySpots(subject.fields.summary)],
};
