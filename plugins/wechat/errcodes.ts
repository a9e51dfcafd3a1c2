/** What a WeChat error asks for: a fresh token, patience, tomorrow, an operator, other rights, an editor. */
export type ErrorKind = 'token' | 'busy' | 'quota' | 'account' | 'rights' | 'content' | 'other';

/** One error number: what kind it is, and what a person should do, in a sentence. */
export interface ErrorMeaning {
  readonly kind: ErrorKind;
  readonly advice: string;
}

const all = (kind: ErrorKind, advices: Record<number, string>): [number, ErrorMeaning][] =>
  Object.entries(advices).map(([code, advice]) => [Number(code), { kind, advice }]);

const busyAdvice = '微信系统繁忙，稍后自动重试';

const meanings = new Map<number, ErrorMeaning>([
  ...all('token', {
    40001: '访问令牌无效，已换新重试；仍出现时请核对 AppID 与 AppSecret 是否属于同一账号',
    40014: '访问令牌无效，已换新重试', 42001: '访问令牌过期，已换新重试',
  }),
  ...all('busy', { [-1]: busyAdvice, 268487001: busyAdvice, 268487002: busyAdvice, 268488001: busyAdvice, 9500001: busyAdvice, 9500002: busyAdvice }),
  ...all('quota', {
    45009: '今天的接口调用次数已用完，明天零点后自动重试', 45011: '调用太频繁，下一分钟自动重试',
    45028: '没有群发次数了，请等次数恢复', 48006: '本月清零次数已用完，下月再试',
  }),
  ...all('account', {
    40013: 'AppID 不正确，请管理员核对渠道设置', 40125: 'AppSecret 不正确，请管理员到微信开发者平台核对后重填',
    40164: '本系统的出口 IP 不在白名单，请管理员到微信开发者平台把它加入 IP 白名单，再重试',
    40243: 'AppSecret 已被冻结，请管理员到微信开发者平台解冻后重试', 50002: '账号被限制，请管理员登录公众平台查看通知',
    50004: '账号被禁止使用接口，请管理员登录公众平台查看通知', 50007: '账号已冻结，请管理员登录公众平台处理',
    61004: '出口 IP 未登记，请管理员核对 IP 白名单', 89503: '需要公众号管理员在微信里确认本系统的 IP，确认后重试',
    89506: '公众号管理员拒绝了本系统的 IP，24 小时后可再次申请', 89507: '公众号管理员拒绝了本系统的 IP，1 小时后可再次申请',
  }),
  ...all('rights', {
    48001: '账号没有这个接口的权限（自动发布须是已认证账号），请改用“草稿”方式或完成认证',
    48004: '接口被封禁，请管理员登录公众平台查看原因', 88000: '账号没有留言功能，请在渠道设置里关闭“打开留言”',
  }),
  ...all('content', {
    40005: '图片格式不被接受，请换成 JPG 或 PNG', 40006: '图片大小不合要求', 40007: '素材或草稿已不存在', 40009: '图片超过大小限制，请换一张小一些的',
    40113: '文件格式不被接受', 40137: '图片格式不被接受，请换成 JPG 或 PNG', 41005: '上传的文件是空的', 41006: '缺少素材编号',
    41039: '“阅读原文”的地址不被接受', 44002: '请求内容为空', 44003: '图文内容为空', 45001: '文件超过大小限制', 45002: '正文过长，请精简',
    45003: '标题过长，请填写不超过 32 个字的短标题', 45004: '摘要过长，请缩短', 45005: '“阅读原文”的地址过长', 45008: '一次提交的文章过多',
    45110: '作者名过长，请缩短到 16 个字以内', 45166: '正文里有微信不接受的内容，请检查', 47001: '请求格式不被接受，请联系开发人员',
    53402: '封面裁剪参数不对', 53404: '账号被限制带货，请删除商品内容', 53405: '商品信息有误', 53406: '须先开通带货功能',
    53503: '草稿没有通过发布检查，请在公众平台打开草稿查看原因', 53504: '须到公众平台网页里操作这篇草稿', 53505: '须先在公众平台里手动保存这篇草稿',
    53600: '文章已不存在',
  }),
  ...all('content', {
    40003: '没有这个微信号或 openid，或对方没有关注', 40059: '没有这次群发', 40060: '没有这篇文章', 40152: '没有这个标签，请重新选择人群',
    45065: '这次群发已经提交过，微信不会再发一次', 45066: '这次群发刚刚提交过，微信不会再发一次', 45067: '群发编号过长，请联系开发人员',
    40016: '一级菜单应为 1–3 个', 40017: '菜单类型不被接受', 40018: '一级菜单名应为 1–16 字节（约 5 个字）', 40019: '菜单的检索词应为 1–128 字节', 40020: '菜单网址过长',
    40023: '二级菜单应为 1–5 个', 40024: '二级菜单类型不被接受', 40025: '二级菜单名应为 1–60 字节（约 20 个字）', 40026: '二级菜单的检索词应为 1–128 字节', 40027: '二级菜单网址过长',
    40033: '菜单里有不被接受的字符', 40054: '二级菜单的网址不被接受', 40055: '一级菜单的网址不被接受', 46003: '公众号还没有菜单',
    61500: '日期格式不对，请联系开发人员', 61501: '日期范围不对，请联系开发人员',
  }),
  ...all('account', { 89504: '群发须由公众号管理员在微信里确认', 89505: '群发须由公众号管理员在微信里确认' }),
  ...all('busy', { 61503: '微信还没有算完这一天的数据，稍后再取' }),
]);

/** What an error number means. A number not in the table needs a person who reads WeChat's own words. */
export const meaningOf = (code: number): ErrorMeaning => meanings.get(code) ?? { kind: 'other', advice: '微信返回了未登记的错误，请按错误码查询微信文档' };

/** Numbers the plugin tells apart by itself. */
export const codes = { noSuchMedia: 40007, noRights: 48001, noSuchArticle: 53600, perMinute: 45011, notInWhitelist: 40164, noMenu: 46003, notCounted: 61503, sameKey: 45065, sameKeyJustNow: 45066, wantsAdministrator: [89504, 89505] } as const;
