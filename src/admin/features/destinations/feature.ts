import { ApiOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 渠道: the outlets, what each takes, how each is doing, and what can be done there. */
export const destinationsFeature = defineFeature({
  id: 'destinations',
  pages: [
    { id: 'destinations', path: 'destinations', title: { zh: '渠道', en: 'Outlets' }, permissions: ['destination.read'], load: () => import('./destinations-page.js') },
    { id: 'destinations.new', path: 'destinations/new', title: { zh: '新增渠道', en: 'New outlet' }, permissions: ['destination.manage'], parent: 'destinations', load: () => import('./new-page.js') },
    { id: 'destinations.blocks', path: 'destinations/blocks', title: { zh: '拦截规则', en: 'Blocks' }, permissions: ['destination.read'], parent: 'destinations', load: () => import('./blocks-page.js') },
    { id: 'destinations.destination', path: 'destinations/:id', title: { zh: '渠道详情', en: 'Outlet' }, permissions: ['destination.read'], parent: 'destinations', load: () => import('./destination-page.js') },
    { id: 'destinations.edit', path: 'destinations/:id/edit', title: { zh: '修改渠道', en: 'Change the outlet' }, permissions: ['destination.manage'], parent: 'destinations', load: () => import('./edit-page.js') },
  ],
  menu: [{ page: 'destinations', group: 'publishing', icon: ApiOutlined, order: 20 }],
  commands: [
    { id: 'destinations.new', title: { zh: '新增渠道', en: 'Add an outlet' }, search: 'xzqd xinzengqudao', permissions: ['destination.manage'], to: '/destinations/new' },
  ],
});
