/** What a link may lead to. Addresses relative to a page are not among them: a body travels to other sites. */
const protocols: readonly string[] = ['http:', 'https:', 'mailto:', 'tel:'];

/** The longest address that is kept, in UTF-16 units: what old browsers and most partners accept. */
const maxLinkLength = 2048;

/** Whether a body may carry a link to this address. */
export function isSafeLink(href: string): boolean {
  // White space, control and invisible characters: a browser strips some of them before it reads the protocol.
  if (href.length > maxLinkLength || /[\s\p{Cc}\p{Cf}\p{Cs}<>"]/u.test(href)) return false;
  return URL.canParse(href) && protocols.includes(new URL(href).protocol);
}

/** Whether an address is a web page, not a mail or a telephone. */
export const isWebLink = (href: string): boolean => /^https?:/i.test(href);
