import { useWords } from '../../app/words.js';
import { auditWords } from './audit-words.js';

type Key = keyof typeof auditWords.zh;
const isKey = (text: string): text is Key => text in auditWords.zh;

/** Acts that have a name: what the filter offers. */
export const namedActions: readonly string[] = Object.keys(auditWords.zh).filter((key) => /^[a-z]\w*\.\w+$/i.test(key));

export interface AuditNames {
  /** An act in words; its code while it has none. */
  action(code: string): string;
  /** The type of a thing in words. */
  subject(type: string): string;
  /** What an entry tells, in words: what has a name here. Ids and hashes are left to the line that shows everything. */
  detail(summary: Readonly<Record<string, unknown>>): string;
}

/** The words of the audit trail. */
export function useAuditNames(): AuditNames {
  const say = useWords(auditWords);
  const named = (text: string): string => (isKey(text) ? say(text) : text);
  const valueOf = (value: unknown): string => {
    if (typeof value === 'boolean') return say(value ? 'yes' : 'no');
    if (typeof value === 'string') return named(value);
    return Array.isArray(value) ? value.map(valueOf).join(', ') : JSON.stringify(value);
  };
  return {
    action: named, subject: named,
    detail: (summary) => Object.entries(summary).flatMap(([name, value]) => (isKey(`#${name}`) && isTold(value) ? [`${named(`#${name}`)} ${valueOf(value)}`] : [])).join(' · '),
  };
}

const isTold = (value: unknown): boolean => value !== null && value !== '' && !(Array.isArray(value) && value.length === 0);
