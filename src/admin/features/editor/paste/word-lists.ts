interface Item {
  readonly paragraph: Element;
  readonly level: number;
  readonly isOrdered: boolean;
}

const bullet = /^[·•●○■□◆◇▪▫§Øüvlnuo\-–—*>►➢✓]$/u;
const latin = /^[([（]?(?:\d{1,3}|[a-zA-Z]|[ivxlc]{1,6})[.)\]）．、]?$/;

/** Word and WPS write lists as paragraphs with `mso-list` in their style; neighbours become real lists. In place. */
export function listWordParagraphs(root: Element): void {
  let run: Item[] = [];
  const settle = (): void => {
    if (run.length > 0) writeList(run);
    run = [];
  };
  for (const paragraph of [...root.querySelectorAll('p, li, h1, h2, h3, h4, h5, h6')]) {
    const item = itemOf(paragraph);
    if (item && (run.length === 0 || nextElement(run.at(-1)!.paragraph) === paragraph)) run.push(item);
    else {
      settle();
      if (item) run.push(item);
    }
  }
  settle();
}

const nextElement = (element: Element): Element | null => element.nextElementSibling;

/** The paragraph as an item of a list. Chinese numbers (一、（一）) are part of the text: no list could show them, so they stay written. */
function itemOf(paragraph: Element): Item | undefined {
  const level = /mso-list:\s*l\d+\s+level(\d)/i.exec(paragraph.getAttribute('style') ?? '')?.[1];
  if (level === undefined || !/^p$/i.test(paragraph.localName)) return undefined;
  const sign = [...paragraph.querySelectorAll('span')].find((span) => /mso-list:\s*ignore/i.test(span.getAttribute('style') ?? ''));
  const text = (sign?.textContent ?? '').replace(/[\s\u00a0]/g, '');
  const isOrdered = latin.test(text) && !bullet.test(text);
  if (sign && text !== '' && !isOrdered && !bullet.test(text) && !/^[\uf000-\uf0ff]$/.test(text)) {
    sign.replaceWith(text);
    return undefined;
  }
  sign?.remove();
  return { paragraph, level: Number(level), isOrdered };
}

function writeList(items: readonly Item[]): void {
  const document = items[0]!.paragraph.ownerDocument;
  const open: { readonly list: Element; readonly level: number }[] = [];
  for (const { paragraph, level, isOrdered } of items) {
    while (open.length > 1 && open.at(-1)!.level > level) open.pop();
    const top = open.at(-1);
    if (!top || top.level < level) {
      const list = document.createElement(isOrdered ? 'ol' : 'ul');
      if (top) (top.list.lastElementChild ?? top.list).append(list);
      else paragraph.before(list);
      open.push({ list, level });
    }
    const item = document.createElement('li');
    const line = document.createElement('p');
    line.append(...paragraph.childNodes);
    item.append(line);
    open.at(-1)!.list.append(item);
    paragraph.remove();
  }
}
