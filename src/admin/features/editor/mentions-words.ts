import { defineWords } from '../../app/words.js';

export const mentionsWords = defineWords('mentions', {
  zh: { mentions: '提到我的批注', none: '没有提到您的批注' },
  en: { mentions: 'Comments that name you', none: 'No open comment names you' },
});
