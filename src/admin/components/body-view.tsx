import { Fragment, type ReactNode } from 'react';
import './article.css';

/** A node of a body as the API gives it (ProseMirror JSON). */
export interface BodyNode {
  readonly type: string;
  readonly text?: string;
  readonly attrs?: Readonly<Record<string, unknown>>;
  readonly marks?: readonly { readonly type: string; readonly attrs?: Readonly<Record<string, unknown>> }[];
  readonly content?: readonly BodyNode[];
}

/** A place in the text of one block. `path` is such as `body[0][2]`; `start` and `end` count UTF-16 units of the block's text. */
export interface BodyMark {
  readonly id: string;
  readonly path: string;
  readonly start: number;
  readonly end: number;
  readonly className?: string;
}

export interface BodyViewProps {
  readonly body: BodyNode;
  readonly marks?: readonly BodyMark[];
  readonly onMark?: (id: string) => void;
  /** Where a picture or video is, by its asset's id. */
  readonly assetUrl?: (id: string) => string | undefined;
}

/** A body with marks on places: what the checks found, what is talked about. Everything is drawn by React, so nothing in it can run. */
export function BodyView({ body, ...drawing }: BodyViewProps): ReactNode {
  return <article className="article" lang="zh-CN"><Blocks nodes={body.content} path="body" drawing={drawing} /></article>;
}

type Drawing = Omit<BodyViewProps, 'body'>;

interface BlocksProps {
  readonly nodes: readonly BodyNode[] | undefined;
  readonly path: string;
  readonly drawing: Drawing;
}

const Blocks = ({ nodes = [], path, drawing }: BlocksProps): ReactNode => nodes.map((node, at) => <Block key={at} node={node} path={`${path}[${at}]`} drawing={drawing} />);

interface BlockProps {
  readonly node: BodyNode;
  readonly path: string;
  readonly drawing: Drawing;
}

const containers = { bulletList: 'ul', listItem: 'li', blockquote: 'blockquote', tableRow: 'tr', tableHeader: 'th', tableCell: 'td' } as const;
const isContainer = (type: string): type is keyof typeof containers => type in containers;

function Block({ node, path, drawing }: BlockProps): ReactNode {
  const inside = <Blocks nodes={node.content} path={path} drawing={drawing} />;
  if (isContainer(node.type)) {
    const Container = containers[node.type];
    return <Container {...spans(node)}>{inside}</Container>;
  }
  switch (node.type) {
    case 'paragraph': return <p id={path}><Inline node={node} path={path} drawing={drawing} /></p>;
    case 'heading': return <Heading level={Number(node.attrs?.level ?? 2)} id={path}><Inline node={node} path={path} drawing={drawing} /></Heading>;
    case 'orderedList': return <ol start={Number(node.attrs?.start ?? 1)}>{inside}</ol>;
    case 'table': return <div className="table-wrap"><table><tbody>{inside}</tbody></table></div>;
    case 'horizontalRule': return <hr />;
    case 'image': case 'video': return <Figure node={node} path={path} drawing={drawing} />;
    default: return inside;
  }
}

const spans = ({ attrs }: BodyNode): { colSpan?: number; rowSpan?: number } =>
  ({ ...(Number(attrs?.colspan ?? 1) > 1 ? { colSpan: Number(attrs?.colspan) } : {}), ...(Number(attrs?.rowspan ?? 1) > 1 ? { rowSpan: Number(attrs?.rowspan) } : {}) });

function Heading({ level, id, children }: { readonly level: number; readonly id: string; readonly children: ReactNode }): ReactNode {
  const Tag = level <= 2 ? 'h2' : level === 3 ? 'h3' : 'h4';
  return <Tag id={id}>{children}</Tag>;
}

function Figure({ node, path, drawing }: BlockProps): ReactNode {
  const { assetId, alt, caption, credit } = node.attrs ?? {};
  const url = drawing.assetUrl?.(String(assetId ?? ''));
  const own = (drawing.marks ?? []).filter((mark) => mark.path === path || mark.path.startsWith(`${path}.`));
  return (
    <figure id={path} className={own.map(({ className }) => className).join(' ')}>
      {url && node.type === 'image' ? <img src={url} alt={String(alt ?? '')} loading="lazy" /> : null}
      {url && node.type === 'video' ? <video src={url} controls preload="metadata" /> : null}
      {caption || credit ? <figcaption>{String(caption ?? '')} {String(credit ?? '')}</figcaption> : null}
    </figure>
  );
}

export interface MarkedTextProps {
  readonly path: string;
  readonly marks: readonly BodyMark[];
  readonly onMark?: (id: string) => void;
  readonly children: string;
}

/** A plain text with marks, such as a title or summary. */
export function MarkedText({ path, marks, onMark, children: text }: MarkedTextProps): ReactNode {
  const own = marks.filter((mark) => mark.path === path && mark.end > mark.start);
  return cut(own, { start: 0, end: text.length }).map(({ start, end, mark }) => <Marked key={start} mark={mark} onMark={onMark}>{text.slice(start, end)}</Marked>);
}

interface Piece {
  readonly start: number;
  readonly end: number;
}

/** The text of a block, cut where a mark begins or ends. */
function Inline({ node, path, drawing }: BlockProps): ReactNode {
  const marks = (drawing.marks ?? []).filter((mark) => mark.path === path && mark.end > mark.start);
  let at = 0;
  return (node.content ?? []).map((child, index) => {
    if (child.type === 'footnote') return <sup key={index} title={String(child.attrs?.text ?? '')}>注</sup>;
    const text = child.type === 'hardBreak' ? '\n' : child.text ?? '';
    const from = at;
    at += text.length;
    if (child.type === 'hardBreak') return <br key={index} />;
    return <Look key={index} node={child}>{cut(marks, { start: from, end: at }).map(({ start, end, mark }) => <Marked key={start} mark={mark} onMark={drawing.onMark}>{text.slice(start - from, end - from)}</Marked>)}</Look>;
  });
}

function cut(marks: readonly BodyMark[], { start, end }: Piece): readonly (Piece & { readonly mark: BodyMark | undefined })[] {
  const edges = [...new Set([start, end, ...marks.flatMap((mark) => [mark.start, mark.end])])].filter((edge) => edge >= start && edge <= end).sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, index) => ({ start: from, end: edges[index + 1]!, mark: marks.find((mark) => mark.start <= from && mark.end > from) }));
}

function Marked({ mark, onMark, children }: { readonly mark: BodyMark | undefined; readonly onMark: ((id: string) => void) | undefined; readonly children: ReactNode }): ReactNode {
  if (!mark) return <Fragment>{children}</Fragment>;
  return <mark className={mark.className} data-mark={mark.id} onClick={() => { onMark?.(mark.id); }}>{children}</mark>;
}

const looks = { bold: 'strong', italic: 'em', underline: 'u', strike: 's', subscript: 'sub', superscript: 'sup' } as const;

function Look({ node, children }: { readonly node: BodyNode; readonly children: ReactNode }): ReactNode {
  return (node.marks ?? []).reduce<ReactNode>((inside, { type, attrs }) => {
    if (type === 'link') {
      const href = String(attrs?.href ?? '');
      return /^(https?:|mailto:|tel:|\/(?!\/)|#)/i.test(href) ? <a href={href} target="_blank" rel="noopener noreferrer">{inside}</a> : inside;
    }
    const Tag = looks[type as keyof typeof looks] as (typeof looks)[keyof typeof looks] | undefined;
    return Tag ? <Tag>{inside}</Tag> : inside;
  }, children);
}
