import { Type, type Static } from 'typebox';
import type { Destination, Host, Operation, OperationResult } from '../../../src/distribution/channel.js';
import { hasCode, isSurelyNotDone, NoAnswerError, WechatError } from '../client/errors.js';
import { openClient } from '../client/open-client.js';
import { codes } from '../errcodes.js';
import type { WechatSettings } from '../settings.js';
import { fromWechatMenu, menuProblems, toWechatMenu } from './menu.js';
import { menuInput, type MenuInput } from './menu-input.js';

type At = Destination<WechatSettings>;

/** WeChat's answer to an operation in the product's words. */
async function answered(message: string, act: () => Promise<unknown>): Promise<OperationResult> {
  try {
    await act();
    return { outcome: 'done', message };
  } catch (error) {
    if (!(error instanceof WechatError || error instanceof NoAnswerError)) throw error;
    if (!isSurelyNotDone(error)) return { outcome: 'unknown', message: `${error.message}。可以再试一次` };
    return { outcome: 'refused', message: error.message, ...(error instanceof WechatError && { code: `WECHAT_${error.code}` }) };
  }
}

const publishMenu: Operation<WechatSettings> = {
  name: { zh: '发布自定义菜单', en: 'Publish the menu' },
  description: '替换公众号底部的菜单，粉丝最迟 24 小时后看到。“检索”按钮由本系统回答，须先配置消息推送。须是已认证账号。',
  input: menuInput,
  async current({ settings }: At, host: Host) {
    try {
      return fromWechatMenu(await openClient(settings, host).getMenu());
    } catch (error) {
      if (hasCode(error, codes.noMenu)) return undefined;
      throw error;
    }
  },
  async run(input, { settings }: At, host: Host) {
    const menu = input as MenuInput;
    const problems = menuProblems(menu);
    if (problems.length > 0) return { outcome: 'refused', code: 'MENU_INVALID', message: `${problems.join('；')}。请修改后再发布` };
    return answered('菜单已发布', () => openClient(settings, host).createMenu(toWechatMenu(menu)));
  },
};

const nothing = Type.Object({}, { additionalProperties: false, examples: [{}] });

const deleteMenu: Operation<WechatSettings> = {
  name: { zh: '删除自定义菜单', en: 'Delete the menu' },
  description: '去掉公众号底部的菜单。',
  input: nothing,
  run: (_input, { settings }: At, host: Host) => answered('菜单已删除', () => openClient(settings, host).deleteMenu()),
};

const sentInput = Type.Object({ msgId: Type.String({ pattern: '^\\d{1,15}$', title: '群发任务编号', description: '群发记录里的编号' }) }, { additionalProperties: false, examples: [{ msgId: '3000000001' }] });

const deleteMassSend: Operation<WechatSettings> = {
  name: { zh: '删除群发的文章', en: 'Delete a mass send' },
  description: '让群发出去的文章打不开。粉丝会话里的消息本身收不回来。',
  input: sentInput,
  run: (input, { settings }: At, host: Host) =>
    answered('群发的文章已删除；粉丝会话里的消息收不回来', () => openClient(settings, host).deleteMassSend((input as Static<typeof sentInput>).msgId)),
};

/** What an administrator may do at an account besides deliveries. */
export const operations: Readonly<Record<string, Operation<WechatSettings>>> = { publishMenu, deleteMenu, deleteMassSend };
