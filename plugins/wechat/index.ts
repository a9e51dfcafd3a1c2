import { defineChannel } from '../../src/distribution/channel.js';
import { mostArticles } from './article.js';
import { check } from './check.js';
import { confirm, deliver } from './deliver.js';
import { massSend } from './mass/index.js';
import { operations } from './operations/index.js';
import { reach } from './reach.js';
import { render } from './render.js';
import { serve } from './serve.js';
import { wechatSettings } from './settings.js';

/** One WeChat official account (公众号, 服务号): drafts, or drafts that are published. */
export const wechat = defineChannel({
  id: 'wechat',
  name: { zh: '微信公众号', en: 'WeChat official account' },
  actions: ['publish', 'correct', 'retract'],
  settings: wechatSettings,
  isRepeatable: true,
  mostParts: mostArticles,
  render,
  deliver,
  confirm,
  check,
  serve,
  massSend,
  reach,
  operations,
});

/** Channels are loaded by their default export, as those of npm packages are. */
export default wechat;
