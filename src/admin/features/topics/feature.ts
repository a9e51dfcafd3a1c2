import { ClusterOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 宣传重点: the tree that contents are filed under. */
export const topicsFeature = defineFeature({
  id: 'topics',
  pages: [{ id: 'topics', path: 'topics', title: { zh: '宣传重点', en: 'Topics' }, permissions: ['topic.manage'], load: () => import('./topics-page.js') }],
  menu: [{ page: 'topics', group: 'office', icon: ClusterOutlined, order: 24 }],
});
