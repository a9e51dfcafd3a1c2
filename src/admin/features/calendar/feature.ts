import { CalendarOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 日历: what was published and what will be, by day; times are moved here. */
export const calendarFeature = defineFeature({
  id: 'calendar',
  pages: [{ id: 'calendar', path: 'calendar', title: { zh: '日历', en: 'Calendar' }, permissions: ['content.read'], load: () => import('./calendar-page.js') }],
  menu: [{ page: 'calendar', group: 'publishing', icon: CalendarOutlined, order: 5 }],
});
