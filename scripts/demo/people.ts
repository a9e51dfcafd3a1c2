import type { UnitSlug } from './units.js';

/** The one password of all demo accounts. They exist in the demo only, and the README prints it. */
export const demoPassword = 'Yici-demo-2026';

export interface DemoPerson {
  readonly login: string;
  /** Fictional. */
  readonly name: string;
  readonly role: 'contributor' | 'editor' | 'reviewer' | 'chiefEditor' | 'operator' | 'administrator';
  readonly unitSlug: UnitSlug;
}

/** Enough people for 三审三校: three levels by three different people, with a second one at each for when the first is the author. */
export const people: readonly DemoPerson[] = [
  { login: 'admin', name: '于清和', role: 'administrator', unitSlug: 'reform-office' },
  { login: 'chen.contrib', name: '陈若溪', role: 'contributor', unitSlug: 'planning-resources' },
  { login: 'lin.contrib', name: '林见山', role: 'contributor', unitSlug: 'tonglu' },
  { login: 'wu.contrib', name: '吴晓岚', role: 'contributor', unitSlug: 'market-regulation' },
  { login: 'li.editor', name: '李知秋', role: 'editor', unitSlug: 'reform-office' },
  { login: 'sun.editor', name: '孙以宁', role: 'editor', unitSlug: 'reform-office' },
  { login: 'zhao.review', name: '赵明岩', role: 'reviewer', unitSlug: 'reform-office' },
  { login: 'qian.review', name: '钱松年', role: 'reviewer', unitSlug: 'reform-office' },
  { login: 'zhou.chief', name: '周怀瑾', role: 'chiefEditor', unitSlug: 'reform-office' },
  { login: 'xu.chief', name: '徐望舒', role: 'chiefEditor', unitSlug: 'reform-office' },
  { login: 'he.operator', name: '何听雨', role: 'operator', unitSlug: 'reform-office' },
];
