import { defineError } from '../kernel/index.js';

export const UnsupportedMediaError = defineError('UNSUPPORTED_MEDIA', {
  status: 415,
  zh: '「{filename}」不是可用的文件：{reason}。请换成支持的文件：JPEG、PNG、WebP、GIF、AVIF、SVG 图片，MP4、MOV、WebM 视频，PDF、OFD、Office、文本附件。',
  en: '"{filename}" cannot be used: {reason}. Choose a picture (JPEG, PNG, WebP, GIF, AVIF, SVG), a film (MP4, MOV, WebM) or an attachment (PDF, OFD, Office, text).',
});

export const MediaTooLargeError = defineError('MEDIA_TOO_LARGE', {
  status: 413,
  zh: '「{filename}」有 {size} MB，超过 {limit} MB 的上限。请压缩后再上传。',
  en: '"{filename}" is {size} MB; the limit is {limit} MB. Make it smaller and upload it again.',
});

export const MediaQuotaError = defineError('MEDIA_QUOTA', {
  status: 413,
  zh: '本单位素材库空间已满：已用 {used} GB，共 {quota} GB。请删除不用的素材，或联系管理员扩容。',
  en: "Your unit's library is full: {used} GB of {quota} GB are used. Delete what is not needed, or ask an administrator for more.",
});

export const AssetInUseError = defineError('ASSET_IN_USE', {
  status: 409,
  zh: '「{filename}」正被 {count} 篇内容使用（{titles}），不能删除。请先从这些内容中移除，或用「替换文件」换成新文件。',
  en: '"{filename}" is used by {count} contents ({titles}) and cannot be deleted. Take it out of them first, or replace its file.',
});

export const AssetKindMismatchError = defineError('ASSET_KIND_MISMATCH', {
  status: 409,
  zh: '不能用「{other}」替换「{filename}」：两者不是同一类文件。请选择同类文件。',
  en: '"{other}" cannot replace "{filename}": they are not of one kind. Choose a file of the same kind.',
});

export const UploadNotFoundError = defineError('UPLOAD_NOT_FOUND', {
  status: 404,
  zh: '找不到这个上传任务：它可能已完成、已过期或已取消。请重新上传。',
  en: 'There is no such upload: it may be finished, expired or cancelled. Start it again.',
});

export const UploadGoneError = defineError('UPLOAD_GONE', {
  status: 410,
  zh: '这个上传任务已过期。请重新上传。',
  en: 'This upload has expired. Start it again.',
});

export const UploadOffsetError = defineError('UPLOAD_OFFSET', {
  status: 409,
  zh: '续传位置不一致：服务器已收到 {offset} 字节。请从这里继续。',
  en: 'The offset does not fit: {offset} bytes are here. Go on from there.',
});

export const UploadLockedError = defineError('UPLOAD_LOCKED', {
  status: 423,
  zh: '另一个连接正在传送这个文件。请稍候重试。',
  en: 'Another connection is sending this file. Try again in a moment.',
});

export const UploadChecksumError = defineError('UPLOAD_CHECKSUM', {
  status: 460,
  zh: '这一段数据在传输中损坏，已丢弃。请重传这一段。',
  en: 'This piece was damaged on its way and has been dropped. Send it again.',
});

export const UploadProtocolError = defineError('UPLOAD_PROTOCOL', {
  status: 400,
  zh: '上传请求不符合 tus 协议：{reason}。',
  en: 'The upload request does not follow the tus protocol: {reason}.',
});

export const UploadVersionError = defineError('UPLOAD_VERSION', {
  status: 412,
  zh: '不支持的 tus 协议版本。本服务支持 {version}，请在 Tus-Resumable 中注明。',
  en: 'This version of tus is not spoken here. Send Tus-Resumable: {version}.',
});

export const UploadTypeError = defineError('UPLOAD_TYPE', {
  status: 415,
  zh: '上传数据的 Content-Type 必须是 application/offset+octet-stream。请修改后重传。',
  en: 'The Content-Type of upload data must be application/offset+octet-stream. Change it and send again.',
});

export const UploadForbiddenError = defineError('UPLOAD_FORBIDDEN', {
  status: 403,
  zh: '此上传任务不能继续写入：{reason}。请重新上传。',
  en: 'This upload takes no more data: {reason}. Upload the file anew.',
});

export const DirectUploadError = defineError('DIRECT_UPLOAD_UNAVAILABLE', {
  status: 409,
  zh: '文件不能直传到存储：{reason}。请改用 /uploads（tus 协议）上传。',
  en: 'Files cannot go straight to the storage: {reason}. Send it to /uploads (tus) instead.',
});

export const UploadPartsError = defineError('UPLOAD_PARTS', {
  status: 409,
  zh: '文件还没有传完整：{reason}。请补传缺少的分段，再完成上传。',
  en: 'The file is not complete: {reason}. Send the missing parts, then complete the upload again.',
});

export const StorageUnwritableError = defineError('STORAGE_UNWRITABLE', {
  status: 507,
  zh: '文件暂时无法保存：服务器的存储空间已满或不可写（{reason}）。已收到的部分没有丢失。请告知管理员，处理后即可从断点继续。',
  en: 'Files cannot be kept for the moment: the storage of the server is full or cannot be written ({reason}). What has arrived is not lost. Tell an administrator; then go on from where it stopped.',
});

export const CreditFontMissingError = defineError('CREDIT_FONT_MISSING', {
  status: 503,
  zh: '服务器没有能显示「{text}」的字体，署名无法写入图片。请管理员安装 Noto Sans CJK 或文泉驿字体并重启服务，或改用不带署名的图片。',
  en: 'This server has no font for "{text}", so the credit cannot be written into the picture. Ask an administrator to install Noto Sans CJK or WenQuanYi and to restart, or use a picture without its credit.',
});
