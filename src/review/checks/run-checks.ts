import { createHash } from 'node:crypto';
import type { Check, CheckServices, CheckSubject, Finding, Spot } from './check.js';
import { spotOn, textsOf } from './checked-text.js';
import { checks as allChecks } from './checks.js';
import { dictionaryVersionOf } from './dictionaries.js';

/** What a run over one revision gave. */
export interface CheckRun {
  /** In reading order. */
  readonly findings: readonly Finding[];
  /** The dictionaries of the run: what a review sheet quotes. */
  readonly dictionaryVersion: string;
}

/** A check keeps so many findings, the blocking ones first: a page of rubbish must not fill the database. */
const mostFindings = 200;

/** The `checkId` of a finding that says that a check broke down. It warns only: a fault of ours must not stop all work. */
export const checkFailed = 'CHECK_FAILED';

/** Runs all checks over one revision. Never throws for what a check does. */
export async function runChecks(subject: CheckSubject, services: CheckServices, checks: readonly Check[] = allChecks): Promise<CheckRun> {
  const filed = await Promise.all(checks.map(async (check) => file(await run(check, subject, services))));
  const order = new Map(textsOf(subject).map(({ path }, at) => [path, at]));
  const place = ({ path }: Finding): number => order.get(path) ?? order.size;
  const findings = filed.flat().sort((a, b) => place(a) - place(b) || a.start - b.start);
  return { findings, dictionaryVersion: dictionaryVersionOf(services.dictionaries) };
}

type Unfiled = Omit<Finding, 'key'>;

async function run(check: Check, subject: CheckSubject, services: CheckServices): Promise<Unfiled[]> {
  try {
    return atMost(check, await check.run(subject, services)).map((spot) => ({ severity: check.severity, ...spot, checkId: check.id }));
  } catch {
    const message = { zh: `「${check.name.zh}」检查未能完成，请人工核对`, en: `The check “${check.name.en}” broke down: check by eye.` };
    return [{ ...spotOn('', message, { excerpt: check.id }), severity: 'warn', checkId: checkFailed }];
  }
}

function atMost(check: Check, spots: readonly Spot[]): readonly Spot[] {
  if (spots.length <= mostFindings) return spots;
  const isBlocking = (spot: Spot): number => Number((spot.severity ?? check.severity) === 'block');
  const kept = [...spots].sort((a, b) => isBlocking(b) - isBlocking(a)).slice(0, mostFindings);
  const message = { zh: `另有 ${spots.length - mostFindings} 处同类问题未列出`, en: `${spots.length - mostFindings} more findings of this kind are not listed.` };
  return [...kept, spotOn('', message, { severity: 'warn' })];
}

/** Gives every finding its key. Equal words at one place are told apart by counting them. */
function file(findings: readonly Unfiled[]): Finding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const words = JSON.stringify([finding.checkId, finding.path, finding.excerpt]);
    const count = counts.get(words) ?? 0;
    counts.set(words, count + 1);
    return { ...finding, key: createHash('sha256').update(`${words}#${count}`).digest('hex').slice(0, 24) };
  });
}
