/** Word's footnotes become notes where they are referred to; the list of them at the end goes. In place. */
export function foldNotes(root: Element): void {
  const texts = new Map<string, string>();
  for (const note of [...root.querySelectorAll('[id^="ftn"], [id^="edn"]')].filter(({ id }) => /^(?:ftn|edn)\d+$/.test(id))) {
    for (const back of [...note.querySelectorAll('a[href^="#_ftnref"], a[href^="#_ednref"]')]) back.remove();
    texts.set(note.id, (note.textContent ?? '').replace(/\s+/g, ' ').trim());
  }
  for (const reference of [...root.querySelectorAll('a[href^="#_ftn"], a[href^="#_edn"]')]) {
    const text = texts.get((reference.getAttribute('href') ?? '').slice(2));
    if (!text) continue;
    const mark = root.ownerDocument.createElement('sup');
    mark.setAttribute('data-note', text.slice(0, 2000));
    reference.replaceWith(mark);
  }
  for (const list of [...root.querySelectorAll('div')]) if (/mso-element:\s*(?:foot|end)note-list/i.test(list.getAttribute('style') ?? '')) list.remove();
}
