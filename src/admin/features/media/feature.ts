import { PictureOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 素材: pictures, films and files, their rights, and where they are used. */
export const mediaFeature = defineFeature({
  id: 'media',
  pages: [{ id: 'media', path: 'media', title: { zh: '素材', en: 'Media' }, permissions: ['asset.read'], load: () => import('./media-page.js') }],
  menu: [{ page: 'media', group: 'work', icon: PictureOutlined, order: 30 }],
  commands: [
    { id: 'media.noAlt', title: { zh: '查看缺少说明的图片', en: 'Show pictures without a description' }, search: 'ckts tupian', permissions: ['asset.update'], to: '/media?alt=none' },
    { id: 'media.expiring', title: { zh: '查看版权即将到期的素材', en: 'Show media whose rights end soon' }, search: 'bqdq banquan', permissions: ['asset.read'], to: '/media?rights=EXPIRING' },
  ],
});
