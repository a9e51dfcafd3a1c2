import type { Victim } from './running-product.js';
import type { Step } from './tour-steps.js';

/** Where WeChat or the partner is when the kill falls. */
export type Outside =
  | { readonly at: 'wechat'; readonly endpoint: string; readonly moment: 'done, unheard' | 'not done' }
  | { readonly at: 'partner' };

/** One moment at which the product is killed: about a person's step, or while a version is delivered. */
export interface KillPoint {
  readonly name: string;
  readonly step: Step;
  /** For people's steps: once it was answered, or somewhere while it is under way. For deliveries: see `outside`. */
  readonly moment: 'after' | 'during';
  /** For deliveries: what must be under way outside. Without it, any moment. */
  readonly outside?: Outside;
  readonly victim: Victim;
  /** Takes minutes, because WeChat has to be given time before it is asked again. */
  readonly isSlow?: true;
}

const wechat = (name: string, moment: 'done, unheard' | 'not done' = 'done, unheard'): Outside => ({ at: 'wechat', endpoint: `/cgi-bin/${name}`, moment });

/** Every point of the README's tour worth a kill, in the order of the tour. */
export const killPoints: readonly KillPoint[] = [
  { name: 'while the file is imported', step: 'import', moment: 'during', victim: 'everything' },
  { name: 'after the import', step: 'import', moment: 'after', victim: 'server' },
  { name: 'while it is submitted', step: 'submit 1', moment: 'during', victim: 'everything' },
  { name: 'after the first signature', step: 'sign 1.1', moment: 'after', victim: 'everything' },
  { name: 'while the second signs', step: 'sign 1.2', moment: 'during', victim: 'server' },
  { name: 'after the last signature', step: 'sign 1.3', moment: 'after', victim: 'database' },
  { name: 'while it is published', step: 'publish', moment: 'during', victim: 'everything' },
  { name: 'right after publish', step: 'publish', moment: 'after', victim: 'everything' },
  { name: 'picture uploaded, answer unheard', step: 'delivery 1', moment: 'during', outside: wechat('material/add_material'), victim: 'server' },
  { name: 'draft added, answer unheard', step: 'delivery 1', moment: 'during', outside: wechat('draft/add'), victim: 'everything' },
  { name: 'between draft/add and submit', step: 'delivery 1', moment: 'during', outside: wechat('openapi/quota/get'), victim: 'database' },
  { name: 'submitted, answer unheard', step: 'delivery 1', moment: 'during', outside: wechat('freepublish/submit'), victim: 'everything' },
  { name: 'submitted, answered, asking for the result', step: 'delivery 1', moment: 'during', outside: wechat('freepublish/get'), victim: 'start' },
  { name: 'the partner has it, we may not know', step: 'delivery 1', moment: 'during', outside: { at: 'partner' }, victim: 'everything' },
  { name: 'while the correction is written', step: 'update', moment: 'during', victim: 'server' },
  { name: 'while the correction is released', step: 'correct', moment: 'during', victim: 'everything' },
  { name: 'wrong article deleted, answer unheard', step: 'delivery 2', moment: 'during', outside: wechat('freepublish/delete'), victim: 'everything' },
  { name: 'correction submitted, answer unheard', step: 'delivery 2', moment: 'during', outside: wechat('freepublish/submit'), victim: 'server' },
  { name: 'anywhere in the correction’s delivery', step: 'delivery 2', moment: 'during', victim: 'everything' },
  { name: 'submit never arrived', step: 'delivery 1', moment: 'during', outside: wechat('freepublish/submit', 'not done'), victim: 'everything', isSlow: true },
];
