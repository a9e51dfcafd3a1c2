import type { Verdict } from './choose-destinations.js';

/** Why a destination gets a release or not, in a sentence for the operator. */
export function verdictWords({ reason, receives, block }: Pick<Verdict, 'reason' | 'receives' | 'block'>): string {
  switch (reason) {
    case 'matchesRule': return '符合接收规则';
    case 'target': return receives ? '定向分发' : '定向分发，但不能发出';
    case 'earlierVersion': return '对方有本稿的旧版，必须告知';
    case 'blocked': return `拦截规则：${block?.reason ?? ''}`;
    case 'excluded': return '本次指定不发';
    case 'notTargeted': return '本次只发给指定的目的地';
    case 'closed': return '目的地已停用';
    case 'noMatch': return '不符合接收规则';
    case 'nothingThere': return '对方没有本稿';
  }
}

/** The operator's task where a block stops a correction for somebody who has an earlier version. */
export const blockedMessage = (reason: string): string => `拦截规则不许发往这里（${reason}）。对方有本稿的旧版：请撤稿，或由管理员解除拦截后重新分发`;
