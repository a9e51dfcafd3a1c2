import { SendOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 分发: the ledger of who received which version, when, with which answer. */
export const deliveriesFeature = defineFeature({
  id: 'deliveries',
  pages: [
    { id: 'deliveries', path: 'deliveries', title: { zh: '分发', en: 'Deliveries' }, permissions: ['delivery.read'], load: () => import('./deliveries-page.js') },
    { id: 'deliveries.delivery', path: 'deliveries/:id', title: { zh: '分发详情', en: 'Delivery' }, permissions: ['delivery.read'], parent: 'deliveries', load: () => import('./delivery-page.js') },
  ],
  menu: [{ page: 'deliveries', group: 'publishing', icon: SendOutlined, order: 10 }],
  commands: [
    { id: 'deliveries.refused', title: { zh: '查看需要处理的分发', en: 'Show deliveries that need a person' }, search: 'xycl xuyaochuli', permissions: ['delivery.read'], to: '/deliveries?state=REFUSED' },
  ],
});
