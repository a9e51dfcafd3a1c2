import { useEffect } from 'react';
import { sessionWords } from './session/session-words.js';
import { useWords } from './words.js';

/** Names the page in the browser's tab and history. */
export function useDocumentTitle(title: string): void {
  const say = useWords(sessionWords);
  const product = say('product');
  useEffect(() => { document.title = title ? `${title} · ${product}` : product; }, [title, product]);
}
