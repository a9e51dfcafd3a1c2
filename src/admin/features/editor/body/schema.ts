import type { AnyExtension } from '@tiptap/core';
import Subscript from '@tiptap/extension-subscript';
import Superscript from '@tiptap/extension-superscript';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { Blank } from './blank.js';
import { Film, Footnote, Picture } from './figures.js';
import { Highlights } from './highlights.js';
import { isLinkAddress } from './link-address.js';
import { Placeholders } from './placeholders.js';

/** The grammar of a body as the server has it: what is not here cannot be typed or pasted, and nothing that a body holds is lost. */
export const bodyExtensions: AnyExtension[] = [
  StarterKit.configure({ code: false, codeBlock: false, heading: { levels: [2, 3, 4] }, link: { openOnClick: false, defaultProtocol: 'https', isAllowedUri: isLinkAddress }, trailingNode: false }),
  TableKit.configure({ table: { resizable: false } }),
  // A note of Word's is a `sup` too, and no raised text.
  Superscript.extend({ parseHTML: () => [{ tag: 'sup:not([data-note])' }, { style: 'vertical-align=super' }] }),
  Subscript, Picture, Film, Footnote, Highlights, Placeholders, Blank,
];
