import { defineError } from '../kernel/index.js';

export const UnsupportedMediaError = defineError('UNSUPPORTED_MEDIA', {
  status: 415,
  zh: '「{filename}」不是可用的文件：{reason}。支持 JPEG、PNG、WebP、GIF、AVIF 图片。',
  en: '"{filename}" cannot be used: {reason}. JPEG, PNG, WebP, GIF and AVIF pictures are supported.',
});

export const MediaTooLargeError = defineError('MEDIA_TOO_LARGE', {
  status: 413,
  zh: '「{filename}」有 {size} MB，超过 {limit} MB 的上限。请压缩后再上传。',
  en: '"{filename}" is {size} MB; the limit is {limit} MB. Make it smaller and upload it again.',
});
