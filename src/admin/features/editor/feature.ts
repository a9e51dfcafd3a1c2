import { defineFeature } from '../../app/feature.js';

/** 编辑: writing a content. */
export const editorFeature = defineFeature({
  id: 'editor',
  pages: [
    { id: 'editor.new', path: 'contents/new/:kind', title: { zh: '新建稿件', en: 'New content' }, permissions: ['content.create'], parent: 'contents', load: () => import('./new-page.js') },
    { id: 'editor', path: 'contents/:id', title: { zh: '编辑稿件', en: 'Edit' }, permissions: ['content.read'], parent: 'contents', load: () => import('./editor-page.js') },
  ],
  home: [{ id: 'mentions', order: 15, column: 'side', permissions: ['content.read'], load: () => import('./mentions-panel.js') }],
  commands: [
    { id: 'editor.article', title: { zh: '新建文章', en: 'New article' }, search: 'xjwz xinjian', permissions: ['content.create'], to: '/contents/new/article' },
    { id: 'editor.case', title: { zh: '新建典型案例', en: 'New case' }, search: 'xjal anli', permissions: ['content.create'], to: '/contents/new/case' },
    { id: 'editor.video', title: { zh: '新建视频', en: 'New video' }, search: 'xjsp shipin', permissions: ['content.create'], to: '/contents/new/video' },
  ],
});
