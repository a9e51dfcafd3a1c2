import { FileTextOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 稿件: lists of contents. Writing them is the editor's feature. */
export const contentsFeature = defineFeature({
  id: 'contents',
  pages: [{ id: 'contents', path: 'contents', title: { zh: '稿件', en: 'Content' }, permissions: ['content.read'], load: () => import('./contents-page.js') }],
  menu: [{ page: 'contents', group: 'work', icon: FileTextOutlined, order: 20 }],
  finder: { title: { zh: '稿件', en: 'Content' }, permissions: ['content.read'], allAt: (words) => `/contents?q=${encodeURIComponent(words)}`, load: () => import('./find.js') },
  commands: [
    { id: 'contents.drafts', title: { zh: '查看草稿', en: 'Show drafts' }, search: 'caogao', permissions: ['content.read'], to: '/contents?workflow=DRAFT' },
    { id: 'contents.returned', title: { zh: '查看被退回的稿件', en: 'Show what was returned' }, search: 'tuihui', permissions: ['content.read'], to: '/contents?workflow=RETURNED' },
    { id: 'contents.approved', title: { zh: '查看待发布的稿件', en: 'Show what is ready to publish' }, search: 'daifabu', permissions: ['content.read'], to: '/contents?workflow=APPROVED' },
    { id: 'contents.scheduled', title: { zh: '查看定时发布的稿件', en: 'Show what is scheduled' }, search: 'dingshi', permissions: ['content.read'], to: '/contents?workflow=SCHEDULED' },
  ],
});
