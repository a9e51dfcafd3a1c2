import { HomeOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 首页: what waits for whom, put together from the panels of all features. */
export const homeFeature = defineFeature({
  id: 'home',
  pages: [{ id: 'home', path: '', title: { zh: '首页', en: 'Home' }, load: () => import('./home-page.js') }],
  menu: [{ page: 'home', group: 'work', icon: HomeOutlined, order: 0 }],
  strip: () => import('./first-steps-strip.js'),
  home: [
    { id: 'first-steps', order: 0, column: 'main', load: () => import('./first-steps-panel.js') },
    { id: 'attention', order: 15, column: 'main', permissions: ['delivery.retry'], load: () => import('./attention-panel.js') },
    { id: 'approved', order: 12, column: 'main', permissions: ['content.publish'], load: () => import('./approved-panel.js') },
    { id: 'returned', order: 20, column: 'main', permissions: ['content.update'], load: () => import('./returned-panel.js') },
    { id: 'drafts', order: 25, column: 'main', permissions: ['content.create'], load: () => import('./drafts-panel.js') },
    { id: 'scheduled', order: 10, column: 'side', permissions: ['content.read'], load: () => import('./scheduled-panel.js') },
    { id: 'unit', order: 20, column: 'side', permissions: ['content.create'], load: () => import('./unit-panel.js') },
    { id: 'charts', order: 80, column: 'main', permissions: ['content.read'], load: () => import('./charts/charts-panel.js') },
    { id: 'newest', order: 90, column: 'side', permissions: ['content.read'], load: () => import('./newest-panel.js') },
  ],
});
