import { defineError } from '../../kernel/index.js';

export const CannotBundleError = defineError('CANNOT_BUNDLE', {
  status: 409,
  zh: '不能组成多图文：{problem}。请调整后再试，没有任何内容被发送。',
  en: 'These cannot go out as one: {problem}. Change the choice and try again; nothing was sent.',
});
