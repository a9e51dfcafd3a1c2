import { defineKind, field } from '../kinds.js';

/** 视频: a film with a text about it. */
export const video = defineKind({
  name: 'video',
  typeName: 'Video',
  plural: 'videos',
  label: { zh: '视频', en: 'Video' },
  description: '视频: a film with a text about it.',
  fields: {
    videoId: field.assetId('视频文件', 'The film, an asset.'),
    durationSeconds: field.integer('时长（秒）', 'Length in seconds.', 1, 36_000),
    transcript: field.text('文字稿', 'What is said in the film.', 40_000),
  },
});
