import { pinyin } from 'pinyin-pro';

const maxLength = 60;

/**
 * A readable address for a title in any script: Chinese by pinyin, other letters as they are, then six digits of the id, so that
 * equal titles never collide and an address never has to change.
 */
export function slugFor(title: string, id: string): string {
  const syllables = pinyin(title.slice(0, 80), { toneType: 'none', type: 'array', nonZh: 'consecutive' });
  const words = syllables.join('-').normalize('NFKD').toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
  const cut = words.length <= maxLength ? words : words.slice(0, maxLength).replace(/-[^-]*$/, '');
  return [cut, id.slice(-6)].filter(Boolean).join('-');
}
