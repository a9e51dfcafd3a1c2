import { FileTextOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 稿件: lists of contents. Writing them is the editor's feature. */
export const contentsFeature = defineFeature({
  id: 'contents',
  pages: [{ id: 'contents', path: 'contents', title: { zh: '稿件', en: 'Content' }, permissions: ['content.read'], load: () => import('./contents-page.js') }],
  menu: [{ page: 'contents', group: 'work', icon: FileTextOutlined, order: 20 }],
  commands: [
    { id: 'contents.drafts', title: { zh: '查看草稿', en: 'Show drafts' }, search: 'ckcg caogao', permissions: ['content.read'], to: '/contents?workflow=DRAFT' },
    { id: 'contents.returned', title: { zh: '查看被退回的稿件', en: 'Show what was returned' }, search: 'ckth tuihui', permissions: ['content.read'], to: '/contents?workflow=RETURNED' },
    { id: 'contents.scheduled', title: { zh: '查看待发布的稿件', en: 'Show what is scheduled' }, search: 'ckdfb daifabu', permissions: ['content.read'], to: '/contents?workflow=SCHEDULED' },
  ],
});
