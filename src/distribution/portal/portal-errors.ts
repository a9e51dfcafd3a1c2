import { defineError } from '../../kernel/index.js';

export const NoOwnDestinationError = defineError('NO_OWN_DESTINATION', {
  status: 403,
  zh: '这项操作只供合作媒体用自己的接口密钥使用。请向管理员索取为贵单位开通的密钥。',
  en: 'This is for partner outlets with a key of their own. Ask an administrator for the key of your outlet.',
});
