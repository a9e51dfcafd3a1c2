import { defineWords } from '../../app/words.js';

export const mediaPickerWords = defineWords('mediaPicker', {
  zh: {
    pickImage: '选择图片', pickVideo: '选择视频', pickFile: '选择附件', search: '按名称、说明、署名查找', upload: '上传', dropHere: '把文件拖到这里，或点「上传」', nothing: '素材库里还没有', nothingFound: '没有找到，换个词试试', more: '显示更多', total: '共 {{count}} 个',
    sending: '正在上传 {{name}}', percent: '{{percent}}%', paused: '已暂停', pause: '暂停', resume: '继续', stop: '取消上传', judging: '正在处理…', failed: '{{name}} 没有上传成功：{{why}}', dismiss: '知道了', uploads: '正在上传',
    focus: '焦点', focusHint: '点击图片中最重要的位置：任何裁切都会保留它。也可以用方向键移动。', focusAt: '焦点：距左 {{x}}%，距上 {{y}}%', focusMiddle: '恢复居中',
  },
  en: {
    pickImage: 'Choose a picture', pickVideo: 'Choose a film', pickFile: 'Choose an attachment', search: 'Find by name, description or credit', upload: 'Upload', dropHere: 'Drop a file here, or press Upload', nothing: 'The library has none yet', nothingFound: 'Nothing found: try another word', more: 'Show more', total: '{{count}} in all',
    sending: 'Uploading {{name}}', percent: '{{percent}}%', paused: 'Paused', pause: 'Pause', resume: 'Resume', stop: 'Stop the upload', judging: 'Being looked at…', failed: '{{name}} could not be uploaded: {{why}}', dismiss: 'All right', uploads: 'Uploads',
    focus: 'Focal point', focusHint: 'Press on what matters most in the picture: every crop keeps it. Arrow keys move it too.', focusAt: 'Focal point: {{x}}% from the left, {{y}}% from the top', focusMiddle: 'Back to the middle',
  },
});
