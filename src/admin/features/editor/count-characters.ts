import type { BodyNode } from '../../components/body-view.js';

const asian = '\\p{Script=Han}|\\p{Script=Hiragana}|\\p{Script=Katakana}|\\p{Script=Hangul}|\\p{Script=Bopomofo}|[\\u2014\\u2018\\u2019\\u201C\\u201D\\u2026\\u3001-\\u303F\\uFF01-\\uFFEF]';
const counted = new RegExp(`${asian}|(?:(?!${asian})\\S)+`, 'gu');

/** 字数 as the server and Word count it: each Chinese character or mark is one, a run of others between spaces is one. Notes and captions count, alternative texts do not. */
export const countCharacters = (body: BodyNode): number => textsOf(body).reduce((sum, text) => sum + (text.match(counted)?.length ?? 0), 0);

const attributes: Readonly<Record<string, readonly string[]>> = { footnote: ['text'], image: ['caption', 'credit'], video: ['caption'] };

function textsOf(node: BodyNode): string[] {
  const own = (attributes[node.type] ?? []).map((name) => String(node.attrs?.[name] ?? ''));
  if (node.type !== 'paragraph' && node.type !== 'heading') return [...own, ...(node.content ?? []).flatMap(textsOf)];
  const line = (node.content ?? []).map(({ type, text }) => (type === 'hardBreak' ? '\n' : text ?? '')).join('');
  return [line, ...(node.content ?? []).filter(({ type }) => type === 'footnote').flatMap(textsOf)];
}
