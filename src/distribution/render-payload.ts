import { DomainError, type Services } from '../kernel/index.js';
import { findChannel } from './channels.js';
import type { Action, Payload, Publication } from './channel.js';
import type { DestinationRow } from './destination.js';
import { openDestination } from './open-destination.js';

/** The bytes to freeze, or why a person must act before there can be any. */
export type Rendering = { readonly payload: Payload; readonly problem?: undefined } | { readonly payload?: undefined; readonly problem: string };

/** Renders one publication for one destination. Never throws: what is wrong is told to people in the ledger. */
export async function renderPayload(services: Pick<Services, 'vault' | 'log'>, destination: DestinationRow, publication: Publication, action: Action): Promise<Rendering> {
  const channel = findChannel(destination.channelId);
  if (!channel) return { problem: `渠道「${destination.channelId}」未安装，请管理员安装后重新分发` };
  if (!channel.actions.includes(action)) return { problem: `${channel.name.zh}不支持${actionNames[action]}，请人工处理后登记结果` };
  try {
    const { destination: to } = openDestination(destination, services.vault);
    const rendered = channel.render(publication, action, to);
    const { contentType, body } = channel.adapt ? await channel.adapt(rendered, publication, action, to) : rendered;
    return { payload: { contentType, body } };
  } catch (error) {
    services.log.warn({ err: error, destinationId: destination._id, contentId: publication.contentId }, 'a publication could not be rendered');
    if (error instanceof DomainError) return { problem: error.sentence('zh') };
    return { problem: `不能生成稿件：${error instanceof Error ? error.message : String(error)}`.slice(0, 1000) };
  }
}

/** What an action is called on the page. */
export const actionNames: Readonly<Record<Action, string>> = { publish: '发布', correct: '更正', retract: '撤稿' };
