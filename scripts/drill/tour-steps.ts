import { drawIllustration } from '../demo/illustrations.js';
import { RefusedError, type Newsroom } from './newsroom.js';

/** How far an article has come on the README's tour, as its people can see it. */
export interface Progress {
  readonly id?: string;
  readonly revision: number;
  readonly workflow: 'DRAFT' | 'IN_REVIEW' | 'RETURNED' | 'APPROVED' | 'RELEASED';
  readonly revisionId: string;
  readonly contentHash: string;
  /** Signatures on the newest revision. */
  readonly signatures: number;
  /** The version readers see; 0 before the first. */
  readonly version: number;
  /** Whether every destination has confirmed that version. */
  readonly isDelivered: boolean;
}

export const steps = [
  'import', 'submit 1', 'sign 1.1', 'sign 1.2', 'sign 1.3', 'publish', 'delivery 1',
  'update', 'submit 2', 'sign 2.1', 'sign 2.2', 'sign 2.3', 'correct', 'delivery 2', 'done',
] as const;
export type Step = (typeof steps)[number];

const contributor = 'chen.contrib';
const operator = 'he.operator';
const signers = {
  1: ['li.editor', 'zhao.review', 'zhou.chief'],
  2: ['sun.editor', 'qian.review', 'xu.chief'],
} as const;
const checklists = ['WORDING, SOURCE', 'POLITICAL, LEGAL', 'POLITICAL, SECRECY'] as const;

/** The summary that tells the second version from the first. */
export const correctedSummary = '（更正）办结时限为六十分钟以内。';

/** The step that is next: what people do who look where they stand after a crash. Pure. */
export function nextStep({ id, revision, workflow, signatures, version, isDelivered }: Progress): Step {
  if (!id) return 'import';
  if (version >= 1 && !isDelivered) return version === 1 ? 'delivery 1' : 'delivery 2';
  if (version === 2) return 'done';
  if (version === 1 && revision === 1) return 'update';
  const round = version === 0 ? 1 : 2;
  if (workflow === 'DRAFT' || workflow === 'RETURNED') return `submit ${round}`;
  if (workflow === 'IN_REVIEW') return `sign ${round}.${(signatures + 1) as 1 | 2 | 3}`;
  return round === 1 ? 'publish' : 'correct';
}

interface Look {
  readonly contents: { readonly nodes: readonly Found[] };
}
interface Found {
  readonly id: string;
  readonly title: string;
  readonly editorial: { readonly revision: number; readonly revisionId: string; readonly contentHash: string; readonly workflow: Progress['workflow']; readonly releasedVersion: number | null };
}

const nowhere: Progress = { revision: 0, workflow: 'DRAFT', revisionId: '', contentHash: '', signatures: 0, version: 0, isDelivered: false };

/** Where the article with this title stands. */
export async function look(room: Newsroom, title: string): Promise<Progress> {
  const { contents } = await room.ask<Look>(contributor, '{ contents(perspective: DRAFT, first: 50, orderBy: UPDATED_AT_DESC) { nodes { id title editorial { revision revisionId contentHash workflow releasedVersion } } } }');
  const found = contents.nodes.find((each) => each.title === title);
  if (!found) return nowhere;
  const { releasedVersion, ...editorial } = found.editorial;
  const version = releasedVersion ?? 0;
  return {
    ...editorial, id: found.id, version,
    signatures: editorial.workflow === 'IN_REVIEW' ? await countSignatures(room, found.id, editorial.revisionId) : 0,
    isDelivered: version > 0 && await isDelivered(room, found.id, version),
  };
}

interface Reviews {
  readonly reviews: { readonly nodes: readonly { readonly revisionId: string; readonly signatures: readonly { readonly level: string }[] }[] };
}

/** Signatures on a revision; the review sheet is kept for ever. */
export async function countSignatures(room: Newsroom, contentId: string, revisionId: string): Promise<number> {
  const { reviews } = await room.ask<Reviews>(operator, 'query ($id: ID!) { reviews(filter: { contentId: $id }) { nodes { revisionId signatures { level } } } }', { id: contentId });
  return reviews.nodes.find((review) => review.revisionId === revisionId)?.signatures.length ?? 0;
}

async function isDelivered(room: Newsroom, contentId: string, version: number): Promise<boolean> {
  const { deliveryProgress: { isPlanned, confirmed, total } } = await room.ask<{ deliveryProgress: { isPlanned: boolean; confirmed: number; total: number } }>(
    operator, 'query ($id: ID!, $version: Int!) { deliveryProgress(contentId: $id, version: $version) { isPlanned confirmed total } }', { id: contentId, version });
  return isPlanned && total > 0 && confirmed === total;
}

/** Does one step. A step of deliveries is the product's own: people only wait. */
export async function perform(room: Newsroom, title: string, step: Step, { id, revision, revisionId, contentHash }: Progress): Promise<void> {
  const [verb, round] = step.split(' ');
  if (verb === 'import') await room.importMarkdown(contributor, title, await manuscript(title));
  else if (verb === 'submit') await room.ask(contributor, 'mutation ($id: ID!, $revision: Int!) { submitContent(input: { id: $id, revision: $revision }) { id } }', { id, revision });
  else if (verb === 'sign') await sign(room, round!, { revisionId, contentHash });
  else if (verb === 'publish') await room.ask(operator, 'mutation ($id: ID!) { publishContent(input: { id: $id }) { id } }', { id });
  else if (verb === 'update') await room.ask(contributor, 'mutation ($id: ID!, $summary: String!) { updateArticle(input: { id: $id, expectedRevision: 1, summary: $summary }) { id } }', { id, summary: correctedSummary });
  else if (verb === 'correct') await room.ask(operator, 'mutation ($id: ID!) { correctContent(input: { id: $id, note: "办结时限表述有误" }) { id } }', { id });
}

async function sign(room: Newsroom, place: string, revision: { revisionId: string; contentHash: string }): Promise<void> {
  const [round, level] = place.split('.').map(Number) as [1 | 2, 1 | 2 | 3];
  const checklist = checklists[level - 1]!;
  const query = `mutation ($revisionId: ID!, $contentHash: String!) { signRevision(input: { revisionId: $revisionId, contentHash: $contentHash, checklist: [${checklist}], opinion: "同意" }) { state } }`;
  await room.ask(signers[round][level - 1]!, query, revision);
}

/** Like `perform`; a refusal because the step was done after all, unheard of, is no failure. */
export async function performUnlessDone(room: Newsroom, title: string, step: Step, progress: Progress): Promise<void> {
  try {
    await perform(room, title, step, progress);
  } catch (error) {
    if (!(error instanceof RefusedError) || nextStep(await look(room, title)) === step) throw error;
  }
}

let manuscripts = 0;

/** A text with a picture of its own: one that was uploaded before would not be uploaded again. */
async function manuscript(title: string): Promise<string> {
  manuscripts += 1;
  const picture = (await drawIllustration('sixty-minutes', 640 + manuscripts)).toString('base64');
  return `# ${title}\n\n这是一篇演练稿，人物和数字都是编的。\n\n![一面钟盘，六十分钟的刻度围着一座房子](data:image/png;base64,${picture})\n\n市民走进服务中心，取号、核验、签字、缴税、领证，五十二分钟后走出大厅。\n`;
}
