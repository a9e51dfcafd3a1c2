import { BookOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 校对词库: what the checks look for. */
export const dictionariesFeature = defineFeature({
  id: 'dictionaries',
  pages: [
    { id: 'dictionaries', path: 'dictionaries', title: { zh: '校对词库', en: 'Dictionaries' }, permissions: ['dictionary.manage'], load: () => import('./dictionaries-page.js') },
    { id: 'dictionaries.dictionary', path: 'dictionaries/:name', title: { zh: '校对词库', en: 'Dictionaries' }, permissions: ['dictionary.manage'], load: () => import('./dictionaries-page.js') },
  ],
  menu: [{ page: 'dictionaries', group: 'office', icon: BookOutlined, order: 26 }],
});
