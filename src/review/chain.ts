import { graphqlEnum } from '../kernel/index.js';

/** The levels of 三审三校, and the one above them for what matters most. */
export const levels = ['first', 'second', 'final', 'leader'] as const;
export type Level = (typeof levels)[number];

/** 政治关、法律关、保密关、文字关, and where it comes from. */
export const checklistItems = ['political', 'legal', 'secrecy', 'wording', 'source'] as const;
export type ChecklistItem = (typeof checklistItems)[number];

/** One step of a review: who may sign it is said by a permission, what must be looked at by its checklist. */
export interface Step {
  readonly level: Level;
  readonly name: string;
  readonly permission: string;
  readonly checklist: readonly ChecklistItem[];
}

const steps: Readonly<Record<Level, Step>> = {
  first: { level: 'first', name: '初审', permission: 'revision.sign.first', checklist: ['wording', 'source'] },
  second: { level: 'second', name: '复审', permission: 'revision.sign.second', checklist: ['political', 'legal'] },
  final: { level: 'final', name: '终审', permission: 'revision.sign.final', checklist: ['political', 'secrecy'] },
  leader: { level: 'leader', name: '分管领导审签', permission: 'revision.sign.final', checklist: ['political', 'secrecy'] },
};

/** What a chain is chosen by. */
export interface ChainSubject {
  readonly kind: string;
  readonly importance: number;
}

interface ChainRule {
  readonly applies: (subject: ChainSubject) => boolean;
  readonly levels: readonly Level[];
}

/**
 * The first rule that applies chooses the chain. Three different people always sign: no rule is shorter, because the city has
 * named no routine items yet; videos and matters of the highest importance need one signature more.
 */
const rules: readonly ChainRule[] = [
  { applies: ({ kind, importance }) => kind === 'video' || importance >= 5, levels: ['first', 'second', 'final', 'leader'] },
  { applies: () => true, levels: ['first', 'second', 'final'] },
];

/** The steps that a content of this kind and importance must pass. Pure. */
export const chainFor = (subject: ChainSubject): Step[] => rules.find(({ applies }) => applies(subject))!.levels.map((level) => steps[level]);

export const LevelEnum = graphqlEnum<Level>('ReviewLevel', 'A level of the review.', {
  first: '初审, by an editor.', second: '复审, by a reviewer.', final: '终审, by a chief editor.', leader: '分管领导审签, by a second chief editor, for videos and matters of the highest importance.',
});

export const ChecklistItemEnum = graphqlEnum<ChecklistItem>('ChecklistItem', 'Something that a signature answers for.', {
  political: '政治关: orientation, names and posts of leaders, sovereignty, order of precedence.', legal: '法律关: privacy, copyright, advertising law.', secrecy: '保密关: nothing secret or internal.',
  wording: '文字关: words, figures, names, layout.', source: '来源: source, authorship and rights of pictures.',
});
