const protocols: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];
const maxLength = 2048;

/** Whether a body may carry this address; the server holds the same rule. */
export function isLinkAddress(address: string): boolean {
  if (address.length > maxLength || /[\s\p{Cc}\p{Cf}\p{Cs}<>"]/u.test(address)) return false;
  return URL.canParse(address) && protocols.includes(new URL(address).protocol);
}

/** The whole address that somebody means who types `www.hangzhou.gov.cn` or `someone@example.com`; undefined where it can be none. */
export function linkAddress(typed: string): string | undefined {
  const words = typed.trim();
  if (/^(?:https?|mailto|tel):/i.test(words)) return isLinkAddress(words) ? words : undefined;
  if (/^[\w.+-]+@[\w-]+(?:\.[\w-]+)+$/.test(words)) return `mailto:${words}`;
  const address = `https://${words}`;
  // Without a dot it is a word and no site: 「官网」 would become one.
  return isLinkAddress(address) && new URL(address).hostname.includes('.') ? address : undefined;
}
