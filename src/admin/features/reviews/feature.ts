import { AuditOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';
import { useWaitingCount } from './use-waiting-count.js';

/** 审核: the queue, the desk where a text is signed or returned, and the sheet that is printed. */
export const reviewsFeature = defineFeature({
  id: 'reviews',
  pages: [
    { id: 'reviews', path: 'reviews', title: { zh: '审核', en: 'Reviews' }, permissions: ['review.read'], load: () => import('./reviews-page.js') },
    { id: 'reviews.review', path: 'reviews/:id', title: { zh: '审稿', en: 'Review' }, permissions: ['review.read'], parent: 'reviews', load: () => import('./review-page.js') },
    { id: 'reviews.sheet', path: 'reviews/:id/sheet', title: { zh: '审稿单', en: 'Review sheet' }, permissions: ['review.read'], isBare: true, load: () => import('./sheet-page.js') },
  ],
  menu: [{ page: 'reviews', group: 'work', icon: AuditOutlined, order: 10, useCount: useWaitingCount }],
  home: [{ id: 'reviews.waiting', order: 10, column: 'main', permissions: ['revision.sign.first', 'revision.sign.second', 'revision.sign.final'], load: () => import('./waiting-panel.js') }],
});
