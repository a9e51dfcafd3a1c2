import { defineError } from '../../kernel/index.js';

export const VideoToolsMissingError = defineError('VIDEO_TOOLS_MISSING', {
  status: 503,
  zh: '服务器上没有可用的 ffmpeg（{reason}），视频暂不能处理，其他功能不受影响。请管理员安装 ffmpeg 4.4 或更高版本（含 ffprobe 和 libx264），装好后会自动继续。',
  en: 'There is no usable ffmpeg on the server ({reason}), so films wait; nothing else is affected. An administrator must install ffmpeg 4.4 or later (with ffprobe and libx264); work then goes on by itself.',
});

export const VideoFormatRefusedError = defineError('VIDEO_FORMAT_REFUSED', {
  status: 415,
  zh: '这个文件的内容不是视频文件（{reason}）。请导出为 MP4、MOV、WebM 或 MKV 后重新上传。',
  en: 'This is not a film by its content ({reason}). Export it as MP4, MOV, WebM or MKV and upload it again.',
});

export const VideoUnreadableError = defineError('VIDEO_UNREADABLE', {
  status: 422,
  zh: '视频文件已损坏或不完整，无法读取（{reason}）。请在电脑上确认能播放，再重新上传。',
  en: 'The film is damaged or incomplete and cannot be read ({reason}). Make sure that it plays on your computer and upload it again.',
});

export const VideoIncompleteError = defineError('VIDEO_INCOMPLETE', {
  status: 422,
  zh: '视频应有 {expected} 秒，只能读出 {found} 秒：文件不完整。请重新上传完整的文件。',
  en: 'The film should last {expected} seconds, but only {found} can be read: the file is incomplete. Upload the whole file again.',
});

export const VideoCodecRefusedError = defineError('VIDEO_CODEC_REFUSED', {
  status: 415,
  zh: '视频使用的编码「{codec}」不受支持。请导出为 H.264 视频、AAC 声音的 MP4 后重新上传。',
  en: 'The codec "{codec}" of this film is not supported. Export it as MP4 with H.264 video and AAC sound and upload it again.',
});

export const VideoWithoutPictureError = defineError('VIDEO_WITHOUT_PICTURE', {
  status: 422,
  zh: '文件里没有视频画面（可能只有声音）。请上传含画面的视频。',
  en: 'There are no moving pictures in this file; perhaps it is sound only. Upload a film with pictures.',
});

export const VideoTooLongError = defineError('VIDEO_TOO_LONG', {
  status: 413,
  zh: '视频长 {minutes} 分钟，超过 {limit} 分钟的上限。请剪短或分段上传。',
  en: 'The film lasts {minutes} minutes; the limit is {limit}. Cut it, or upload it in parts.',
});

export const VideoDimensionsError = defineError('VIDEO_DIMENSIONS', {
  status: 413,
  zh: '画面尺寸 {width}×{height} 不可用：长边应为 16–{limit} 像素。请以 4K 或更低的分辨率导出。',
  en: 'A picture of {width} by {height} cannot be used: its longer side must be 16 to {limit} pixels. Export it in 4K or less.',
});

export const VideoEncodingError = defineError('VIDEO_ENCODING_FAILED', {
  status: 500,
  zh: '视频处理没有成功（{reason}）。原文件完好，请点「重新处理」；如仍失败，请告知管理员。',
  en: 'The film could not be processed ({reason}). The original is unharmed: retry, and tell an administrator if it fails again.',
});

export const VideoStateError = defineError('VIDEO_STATE', {
  status: 409,
  zh: '「{filename}」当前状态为「{state}」，不能这样操作。请刷新后查看最新状态。',
  en: '"{filename}" is {state}; that does not go with this action. Reload to see its state.',
});

export const NotAVideoError = defineError('NOT_A_VIDEO', {
  status: 400,
  zh: '「{filename}」不是视频。请选择视频素材。',
  en: '"{filename}" is not a film. Choose one.',
});

export const SubtitlesInvalidError = defineError('SUBTITLES_INVALID', {
  status: 400,
  zh: '字幕第 {line} 行有误：{reason}。请使用 WebVTT 或 SRT 格式，修改后重新上传。',
  en: 'Line {line} of the subtitles is wrong: {reason}. Use WebVTT or SRT, correct it and send it again.',
});
