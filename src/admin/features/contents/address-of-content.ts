import { addressOf } from '../../app/registry.js';

/** Where a content is opened: in the editor, or, while there is none, in the list's preview. */
export const addressOfContent = (id: string): string => addressOf('editor', { id }) ?? `/contents?open=${encodeURIComponent(id)}`;
