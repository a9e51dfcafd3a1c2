import { NotificationOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 群发: one version to an outlet's followers, asked for by one person and approved by another. */
export const massSendsFeature = defineFeature({
  id: 'mass-sends',
  pages: [{ id: 'massSends', path: 'mass-sends', title: { zh: '群发', en: 'Mass sends' }, permissions: ['delivery.massSend', 'massSend.approve'], load: () => import('./mass-sends-page.js') }],
  menu: [{ page: 'massSends', group: 'publishing', icon: NotificationOutlined, order: 30 }],
  home: [{ id: 'massSends.waiting', order: 14, column: 'main', permissions: ['massSend.approve'], load: () => import('./waiting-panel.js') }],
  commands: [{ id: 'massSends.requested', title: { zh: '查看待批准的群发', en: 'Show mass sends that wait for approval' }, search: 'dpzqf qunfa', permissions: ['massSend.approve'], to: '/mass-sends?state=REQUESTED' }],
});
