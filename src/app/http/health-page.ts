import type { SystemHealth } from '../../alarms/index.js';
import type { Language } from '../../kernel/index.js';

const escape = (text: string): string => text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

const words = {
  zh: { title: '系统健康', well: '一切正常。', look: '系统运转正常，有事项等人处理：', trouble: '系统有故障：', at: '查看时间' },
  en: { title: 'System health', well: 'All is well.', look: 'Everything works; some things want a look:', trouble: 'Something does not work:', at: 'Looked at' },
} as const;

/** The page `/health`: one sentence for each thing that is wrong. Loads nothing and runs nothing. */
export function healthPage({ isWell, at, problems }: SystemHealth, language: Language): string {
  const { title, well, look, trouble, at: when } = words[language];
  const sentence = problems.length === 0 ? well : isWell ? look : trouble;
  const items = problems.map((problem) => `<li class="${problem.grade}">${escape(problem[language])}</li>`).join('');
  return `<!doctype html><html lang="${language}"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title}</title>
<style>body{font:16px/1.7 system-ui,sans-serif;max-width:48rem;margin:3rem auto;padding:0 1rem}li{margin:.5rem 0}.trouble{font-weight:600;color:#a40000}</style>
<h1>${title}</h1><p>${sentence}</p><ul>${items}</ul><p><small>${when} ${at.toISOString()}</small></p></html>`;
}
