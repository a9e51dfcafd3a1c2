import { defineWords } from '../../app/words.js';

/** What the audit trail calls acts (`noun.verb`), the things they were done to (by their type) and what is told of them (after `#`). */
export const auditWords = defineWords('audit', {
  zh: {
    'session.begin': '登录', 'session.refuse': '登录被拒', 'session.end': '退出登录', 'session.endOthers': '结束其他会话',
    'person.create': '新增人员', 'person.update': '修改人员', 'person.deactivate': '停用人员', 'person.reactivate': '恢复人员', 'person.resetPassword': '重置密码', 'person.changePassword': '修改密码',
    'unit.create': '新增单位', 'unit.update': '修改单位', 'apiKey.create': '新建接口密钥', 'apiKey.revoke': '吊销接口密钥',
    'content.create': '新建稿件', 'content.update': '修改稿件', 'content.submit': '提交审核', 'content.takeLock': '接管编辑锁', 'content.publish': '发布', 'content.correct': '更正', 'content.retract': '撤稿', 'content.schedule': '定时发布', 'content.unschedule': '取消定时', 'content.archive': '归档稿件', 'content.restore': '恢复稿件',
    'revision.sign': '签署', 'revision.return': '退回修改', 'revision.overrideFinding': '放行拦截项', 'dictionary.save': '修改词库', 'dictionary.restore': '恢复词库旧版',
    'topic.create': '新增宣传重点', 'topic.rename': '宣传重点改名', 'topic.move': '移动宣传重点', 'topic.archive': '归档宣传重点', 'topic.restore': '恢复宣传重点',
    'asset.update': '修改素材信息', 'asset.replace': '替换素材', 'asset.delete': '删除素材', 'asset.choosePoster': '选用封面', 'asset.addSubtitles': '添加字幕', 'asset.removeSubtitles': '删除字幕', 'asset.retryTranscoding': '重新转码', 'asset.cancelTranscoding': '取消转码',
    'destination.create': '新增渠道', 'destination.update': '修改渠道', 'destination.activate': '启用渠道', 'destination.deactivate': '停用渠道', 'destination.operate': '渠道操作', 'delivery.retry': '重新发送', 'delivery.cancel': '取消发送', 'delivery.confirm': '登记送达结果',
    'block.create': '新增拦截', 'block.lift': '解除拦截', 'bundle.create': '组合多图文', 'massSend.request': '申请群发', 'massSend.approve': '批准群发', 'massSend.reject': '驳回群发', 'massSend.cancel': '取消群发', 'massSend.settle': '登记群发结果', 'massSend.preview': '群发预览', 'coverage.record': '登记刊登',
    ApiKey: '接口密钥', Asset: '素材', Content: '稿件', Coverage: '刊登', Delivery: '分发', DeliveryBlock: '拦截', DeliveryBundle: '多图文', Destination: '渠道', Dictionary: '词库', MassSend: '群发', Person: '人员', Review: '审稿单', Session: '登录会话', Topic: '宣传重点', Unit: '单位',
    '#title': '标题', '#name': '名称', '#before': '原名', '#from': '原先', '#to': '改为', '#place': '位置', '#reason': '原因', '#note': '说明', '#version': '版本', '#revision': '修订', '#restoredFrom': '恢复自', '#level': '审级', '#fields': '改动', '#login': '账号', '#roles': '角色', '#at': '时间', '#timeZone': '时区', '#outcome': '结果', '#filename': '文件', '#outlet': '媒体', '#url': '地址', '#endedSessions': '结束的会话', '#revokedKeys': '吊销的密钥', '#scopes': '权限', '#channel': '渠道类型', '#hasArrived': '已送达', '#topics': '个数', '#language': '语言', '#label': '名称', '#added': '新增', '#changed': '修改', '#removed': '删除', '#slug': '短名',
    first: '初审', second: '复审', final: '终审', leader: '分管领导审签', yes: '是', no: '否',
    openIt: '打开', more: '全部内容', code: '操作代码', subjectId: '对象编号',
  },
  en: {
    'session.begin': 'Signed in', 'session.refuse': 'Sign-in refused', 'session.end': 'Signed out', 'session.endOthers': 'Ended other sessions',
    'person.create': 'Added a person', 'person.update': 'Changed a person', 'person.deactivate': 'Closed an account', 'person.reactivate': 'Opened an account again', 'person.resetPassword': 'Reset a password', 'person.changePassword': 'Changed own password',
    'unit.create': 'Added a unit', 'unit.update': 'Changed a unit', 'apiKey.create': 'Made an API key', 'apiKey.revoke': 'Revoked an API key',
    'content.create': 'Began a text', 'content.update': 'Changed a text', 'content.submit': 'Submitted for review', 'content.takeLock': 'Took over the edit lock', 'content.publish': 'Published', 'content.correct': 'Corrected', 'content.retract': 'Retracted', 'content.schedule': 'Scheduled', 'content.unschedule': 'Unscheduled', 'content.archive': 'Archived a text', 'content.restore': 'Restored a text',
    'revision.sign': 'Signed a review', 'revision.return': 'Returned a text', 'revision.overrideFinding': 'Let a blocked finding pass', 'dictionary.save': 'Changed a dictionary', 'dictionary.restore': 'Restored a dictionary',
    'topic.create': 'Added a topic', 'topic.rename': 'Renamed a topic', 'topic.move': 'Moved a topic', 'topic.archive': 'Archived a topic', 'topic.restore': 'Restored a topic',
    'asset.update': 'Described a file', 'asset.replace': 'Replaced a file', 'asset.delete': 'Deleted a file', 'asset.choosePoster': 'Chose a poster', 'asset.addSubtitles': 'Added subtitles', 'asset.removeSubtitles': 'Removed subtitles', 'asset.retryTranscoding': 'Transcoded again', 'asset.cancelTranscoding': 'Cancelled transcoding',
    'destination.create': 'Added an outlet', 'destination.update': 'Changed an outlet', 'destination.activate': 'Activated an outlet', 'destination.deactivate': 'Deactivated an outlet', 'destination.operate': 'Acted at an outlet', 'delivery.retry': 'Sent again', 'delivery.cancel': 'Cancelled a delivery', 'delivery.confirm': 'Settled a delivery by hand',
    'block.create': 'Blocked', 'block.lift': 'Lifted a block', 'bundle.create': 'Composed a bundle', 'massSend.request': 'Requested a mass send', 'massSend.approve': 'Approved a mass send', 'massSend.reject': 'Rejected a mass send', 'massSend.cancel': 'Cancelled a mass send', 'massSend.settle': 'Settled a mass send', 'massSend.preview': 'Previewed a mass send', 'coverage.record': 'Noted where it ran',
    ApiKey: 'API key', Asset: 'File', Content: 'Content', Coverage: 'Coverage', Delivery: 'Delivery', DeliveryBlock: 'Block', DeliveryBundle: 'Bundle', Destination: 'Outlet', Dictionary: 'Dictionary', MassSend: 'Mass send', Person: 'Person', Review: 'Review', Session: 'Session', Topic: 'Topic', Unit: 'Unit',
    '#title': 'title', '#name': 'name', '#before': 'was', '#from': 'from', '#to': 'to', '#place': 'place', '#reason': 'reason', '#note': 'note', '#version': 'version', '#revision': 'revision', '#restoredFrom': 'restored from', '#level': 'level', '#fields': 'changed', '#login': 'login', '#roles': 'roles', '#at': 'time', '#timeZone': 'time zone', '#outcome': 'outcome', '#filename': 'file', '#outlet': 'outlet', '#url': 'address', '#endedSessions': 'sessions ended', '#revokedKeys': 'keys revoked', '#scopes': 'permissions', '#channel': 'kind', '#hasArrived': 'arrived', '#topics': 'topics', '#language': 'language', '#label': 'label', '#added': 'added', '#changed': 'changed', '#removed': 'removed', '#slug': 'short name',
    first: 'first review', second: 'second review', final: 'final review', leader: 'leader’s review', yes: 'yes', no: 'no',
    openIt: 'Open', more: 'Everything kept', code: 'Code of the action', subjectId: 'Id',
  },
});
