import { BlockOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 多图文: several published contents that go to one account as one. */
export const bundlesFeature = defineFeature({
  id: 'bundles',
  pages: [
    { id: 'bundles', path: 'bundles', title: { zh: '多图文', en: 'Bundles' }, permissions: ['delivery.retry'], load: () => import('./bundles-page.js') },
    { id: 'bundles.new', path: 'bundles/new', title: { zh: '组成多图文', en: 'Compose a bundle' }, permissions: ['delivery.retry'], parent: 'bundles', load: () => import('./compose-page.js') },
  ],
  menu: [{ page: 'bundles', group: 'publishing', icon: BlockOutlined, order: 28 }],
  commands: [{ id: 'bundles.new', title: { zh: '组成多图文', en: 'Compose a bundle' }, search: 'zcdtw duotuwen', permissions: ['delivery.retry'], to: '/bundles/new' }],
});
