import type { BodyNode } from '../document/index.js';
import { textOfBlock } from './find-title.js';
import type { ImportReport } from './import-report.js';

export interface Bylined {
  readonly author?: string;
  readonly source?: string;
  readonly blocks: BodyNode[];
}

const labels: Readonly<Record<string, 'author' | 'source' | 'date'>> = {
  作者: 'author', 记者: 'author', 撰稿: 'author', 来源: 'source', 稿源: 'source', 信息来源: 'source', 发布时间: 'date', 时间: 'date', 日期: 'date',
};
const pair = new RegExp(`(${Object.keys(labels).sort((a, b) => b.length - a.length).join('|')})\\s*[:：]\\s*`, 'u');
const maxLine = 100;

/** Author and source from a line such as 「来源：杭州日报 作者：张三」 among the first three blocks, and the blocks without that line. */
export function findByline(blocks: BodyNode[], report: ImportReport): Bylined {
  const line = blocks.slice(0, 3).find((block) => block.type === 'paragraph' && isByline(textOfBlock(block)));
  if (!line) return { blocks };
  const [, ...parts] = textOfBlock(line).split(pair);
  const found: { author?: string; source?: string } = {};
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const [name, value] = [labels[parts[at]!], parts[at + 1]!.replace(/[\s|｜/]+$/, '').trim()];
    if ((name === 'author' || name === 'source') && value !== '') found[name] ??= value;
  }
  if (!found.author && !found.source) return { blocks };
  report.note('BYLINE_TAKEN', textOfBlock(line));
  return { ...found, blocks: blocks.filter((block) => block !== line) };
}

const isByline = (text: string): boolean => text.length <= maxLine && text.search(pair) === 0;
