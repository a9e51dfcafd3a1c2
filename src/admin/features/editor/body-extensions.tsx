import { Node, type AnyExtension } from '@tiptap/core';
import { NodeViewWrapper, ReactNodeViewRenderer, type ReactNodeViewProps } from '@tiptap/react';
import Subscript from '@tiptap/extension-subscript';
import Superscript from '@tiptap/extension-superscript';
import { TableKit } from '@tiptap/extension-table';
import StarterKit from '@tiptap/starter-kit';
import { Input } from 'antd';
import type { ReactNode } from 'react';
import { useWords } from '../../app/words.js';
import { useAssetUrls } from '../../components/use-choices.js';
import { editorWords } from './editor-words.js';
import styles from './editor.module.css';

const attribute = (byDefault: unknown) => ({ default: byDefault });

/** A picture of the library; its words are written below it. */
const Picture = Node.create({
  name: 'image', group: 'block', atom: true, draggable: true,
  addAttributes: () => ({ assetId: attribute(''), alt: attribute(''), caption: attribute(''), credit: attribute('') }),
  parseHTML: () => [{ tag: 'figure[data-asset]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-asset': String(HTMLAttributes.assetId) }],
  addNodeView: () => ReactNodeViewRenderer(PictureView),
});

const Film = Node.create({
  name: 'video', group: 'block', atom: true, draggable: true,
  addAttributes: () => ({ assetId: attribute(''), caption: attribute('') }),
  parseHTML: () => [{ tag: 'figure[data-film]' }],
  renderHTML: ({ HTMLAttributes }) => ['figure', { 'data-film': String(HTMLAttributes.assetId) }],
  addNodeView: () => ReactNodeViewRenderer(FilmView),
});

const Footnote = Node.create({
  name: 'footnote', group: 'inline', inline: true, atom: true,
  addAttributes: () => ({ text: attribute('') }),
  parseHTML: () => [{ tag: 'sup[data-note]', getAttrs: (element) => ({ text: element.getAttribute('data-note') ?? '' }) }],
  renderHTML: ({ HTMLAttributes }) => ['sup', { 'data-note': String(HTMLAttributes.text), title: String(HTMLAttributes.text) }, '注'],
});

/** The grammar of a body as the server has it: what is not here cannot be typed or pasted, and nothing that a body holds is lost. */
export const bodyExtensions: AnyExtension[] = [
  StarterKit.configure({ code: false, codeBlock: false, heading: { levels: [2, 3, 4] }, link: { openOnClick: false, protocols: ['http', 'https', 'mailto', 'tel'], defaultProtocol: 'https' }, trailingNode: false }),
  TableKit.configure({ table: { resizable: false } }),
  Subscript, Superscript, Picture, Film, Footnote,
];

function Words({ node, updateAttributes, name, label, max }: Pick<ReactNodeViewProps, 'node' | 'updateAttributes'> & { readonly name: string; readonly label: string; readonly max: number }): ReactNode {
  return <Input size="small" aria-label={label} placeholder={label} maxLength={max} value={String(node.attrs[name] ?? '')} onChange={(event) => { updateAttributes({ [name]: event.target.value }); }} />;
}

function PictureView(view: ReactNodeViewProps): ReactNode {
  const say = useWords(editorWords);
  const id = String(view.node.attrs.assetId);
  const url = useAssetUrls([id]).get(id);
  return (
    <NodeViewWrapper className={styles.figure} data-drag-handle="">
      {url ? <img src={url} alt={String(view.node.attrs.alt)} /> : <p>{say('missing')}</p>}
      <div className={styles.figureWords}>
        <Words {...view} name="alt" label={say('alt')} max={500} /><Words {...view} name="caption" label={say('caption')} max={500} /><Words {...view} name="credit" label={say('credit')} max={100} />
      </div>
    </NodeViewWrapper>
  );
}

function FilmView(view: ReactNodeViewProps): ReactNode {
  const say = useWords(editorWords);
  return <NodeViewWrapper className={styles.figure} data-drag-handle=""><p>{say('video')}</p><Words {...view} name="caption" label={say('caption')} max={500} /></NodeViewWrapper>;
}
