import { HeartOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 系统健康: what is wrong now, in words. */
export const healthFeature = defineFeature({
  id: 'health',
  pages: [{ id: 'health', path: 'health', title: { zh: '系统健康', en: 'System health' }, permissions: ['job.read'], load: () => import('./health-page.js') }],
  menu: [{ page: 'health', group: 'office', icon: HeartOutlined, order: 90 }],
});
