const mmbizHost = /^(?:https?:)?\/\/(?:mmbiz\.qpic\.cn|mmbiz\.qlogo\.cn|mmecoa\.qpic\.cn)\//i;

/** Whether an address is one of the platform's own picture addresses. */
export const isMmbiz = (url: string): boolean => mmbizHost.test(url.trim());

/** Splits at the semicolons that stand outside brackets (`url(data:a;b)`). */
const declarations = (style: string): readonly string[] => style.match(/(?:[^;(]|\([^)]*\))+/g) ?? [];

function isKept(declaration: string): boolean {
  const [rawName = '', ...rest] = declaration.split(':');
  const name = rawName.trim().toLowerCase();
  const value = rest.join(':');
  if (!name || !value.trim()) return false;
  if (name === 'position' || name === '-webkit-overflow-scrolling' || name.startsWith('--')) return false;
  if (/var\(|expression\(|javascript:/i.test(value)) return false;
  const urls = [...value.matchAll(/url\(\s*["']?([^)"']*)/gi)].map((match) => match[1] ?? '');
  return urls.every(isMmbiz);
}

/**
 * Keeps the declarations the platform keeps. `source` is the attribute as written: quotes as entities inside it empty the whole
 * style, as measured on a real account.
 */
export function sanitiseStyle(style: string, source: string): string {
  if (/&#0*39;|&quot;|&#x0*27;|&#0*34;|&#x0*22;|&apos;/i.test(source)) return '';
  return declarations(style).map((one) => one.trim()).filter(isKept).map((one) => `${one};`).join(' ');
}
