/** Who people are here. `partner` is never a person's: it is what an API key of an outlet acts as. */
export const roles = ['contributor', 'editor', 'reviewer', 'chiefEditor', 'operator', 'administrator', 'partner'] as const;
export type Role = (typeof roles)[number];

/** What a role is called on the page. Source: domain.md's table of people, in the trade's own words. */
export const roleNames: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  contributor: { zh: '报送员', en: 'Contributor' },
  editor: { zh: '编辑（初审）', en: 'Editor (first review)' },
  reviewer: { zh: '审核（复审）', en: 'Reviewer (second review)' },
  chiefEditor: { zh: '签发（终审）', en: 'Chief editor (third review and release)' },
  operator: { zh: '运营', en: 'Operator' },
  administrator: { zh: '管理员', en: 'Administrator' },
  partner: { zh: '合作媒体', en: 'Partner outlet' },
};

export interface PermissionEntry {
  readonly roles: readonly Role[];
  readonly zh: string;
  readonly en: string;
  /** A person must do it: no API key may carry it, whatever its owner may do. */
  readonly isPersonal?: true;
}

const staff = ['contributor', 'editor', 'reviewer', 'chiefEditor', 'operator', 'administrator'] as const satisfies readonly Role[];
const office = ['editor', 'reviewer', 'chiefEditor', 'operator', 'administrator'] as const satisfies readonly Role[];
const writers = ['contributor', 'editor'] as const satisfies readonly Role[];
const releasers = ['chiefEditor', 'operator'] as const satisfies readonly Role[];

/** The one table of who may do what, in the whole product. A change here is a change of the house rules. */
export const permissionTable = {
  'content.read': { roles: staff, zh: '查看本单位稿件', en: "Read the drafts of one's own unit" },
  'content.readAny': { roles: office, zh: '查看所有单位稿件', en: 'Read the drafts of every unit' },
  'content.create': { roles: writers, zh: '新建稿件', en: 'Create content' },
  'content.update': { roles: writers, zh: '修改本单位稿件', en: "Change the drafts of one's own unit" },
  'content.updateAny': { roles: ['editor'], zh: '修改所有单位稿件', en: 'Change the drafts of every unit' },
  'content.import': { roles: writers, zh: '导入稿件', en: 'Import content from files' },
  'content.submit': { roles: writers, zh: '提交审核', en: 'Submit content for review' },
  'content.takeLock': { roles: ['editor', 'chiefEditor'], zh: '接管编辑锁', en: "Take over another person's edit lock" },
  'content.publish': { roles: releasers, zh: '发布', en: 'Publish approved content' },
  'content.schedule': { roles: releasers, zh: '定时发布', en: 'Schedule a publication' },
  'content.correct': { roles: releasers, zh: '更正', en: 'Publish a correction' },
  'content.retract': { roles: releasers, zh: '撤稿', en: 'Retract published content' },
  'content.archive': { roles: ['editor', 'chiefEditor'], zh: '归档', en: 'Archive content' },
  'content.restore': { roles: ['editor', 'chiefEditor'], zh: '恢复稿件或旧版本', en: 'Restore archived content or an earlier revision' },
  'view.shareWithAll': { roles: office, zh: '与所有人共享列表视图', en: 'Share a saved view of a list with everybody' },

  'revision.sign.first': { roles: ['editor'], isPersonal: true, zh: '初审', en: 'Sign the first review' },
  'revision.sign.second': { roles: ['reviewer'], isPersonal: true, zh: '复审', en: 'Sign the second review' },
  'revision.sign.final': { roles: ['chiefEditor'], isPersonal: true, zh: '终审签发', en: 'Sign the final review' },
  'revision.return': { roles: ['editor', 'reviewer', 'chiefEditor'], isPersonal: true, zh: '退回修改', en: 'Return a revision with a reason' },
  'revision.overrideFinding': { roles: ['reviewer', 'chiefEditor'], isPersonal: true, zh: '放行拦截项', en: 'Override a blocking finding by name and with a reason' },
  'review.read': { roles: staff, zh: '查看审稿单', en: 'Read reviews and review sheets' },

  'asset.create': { roles: [...writers, ...releasers], zh: '上传素材', en: 'Upload media' },
  'asset.read': { roles: staff, zh: '查看素材', en: 'Read the media library' },
  'asset.update': { roles: [...writers, ...releasers], zh: '修改素材信息', en: 'Change the description and rights of media' },
  'asset.delete': { roles: ['editor'], zh: '删除素材', en: 'Delete media' },

  'topic.manage': { roles: ['chiefEditor', 'administrator'], zh: '管理宣传重点', en: 'Manage the tree of topics' },
  'dictionary.manage': { roles: ['administrator'], zh: '管理错敏词库', en: 'Manage the dictionaries of the checks' },

  'destination.read': { roles: office, zh: '查看发布渠道', en: 'Read destinations, without their secrets' },
  'destination.manage': { roles: ['administrator'], zh: '管理发布渠道及密钥', en: 'Manage destinations, their secrets and the keys of partners' },
  'delivery.read': { roles: [...office, 'partner'], zh: '查看分发台账', en: 'Read the ledger of deliveries; a partner, its own' },
  'delivery.retry': { roles: ['operator'], zh: '重新分发', en: 'Deliver again what failed' },
  'delivery.cancel': { roles: ['operator'], zh: '取消分发', en: 'Cancel a delivery that is still waiting' },
  'delivery.confirm': { roles: ['operator', 'partner'], zh: '登记接收结果', en: 'Say that a delivery arrived, and where it ran; a partner, of its own' },

  'delivery.massSend': { roles: ['operator'], zh: '申请群发', en: "Ask for a mass send to an outlet's followers, preview it and settle what is in doubt" },
  'massSend.approve': { roles: ['chiefEditor'], isPersonal: true, zh: '批准群发', en: 'Approve a mass send that somebody else requested' },

  'portal.use': { roles: ['partner'], zh: '合作媒体自助：查看状态、重收、测试', en: "Look after one's own destination: its state, replays, test events" },
  'coverage.read': { roles: staff, zh: '查看曝光度', en: 'Read where content ran and how many people it reached' },
  'coverage.record': { roles: ['editor', 'operator'], zh: '登记刊播情况', en: 'Record where content ran' },

  'person.read': { roles: office, zh: '查看人员', en: 'Read the directory of people' },
  'person.manage': { roles: ['administrator'], isPersonal: true, zh: '管理人员与角色', en: 'Manage people, their roles and passwords' },
  'unit.read': { roles: staff, zh: '查看单位', en: 'Read units' },
  'unit.manage': { roles: ['administrator'], zh: '管理单位', en: 'Manage units' },
  'role.read': { roles: ['administrator'], zh: '查看权限表', en: 'Read the table of permissions' },
  'apiKey.manage': { roles: staff, isPersonal: true, zh: '管理自己的接口密钥', en: "Manage one's own API keys" },
  'audit.read': { roles: ['administrator'], zh: '查看审计日志', en: 'Read the audit trail' },
  'job.read': { roles: ['operator', 'administrator'], zh: '查看后台任务', en: 'Read background jobs' },
  'system.read': { roles: ['administrator'], zh: '查看系统状态', en: 'Read the state of the system' },
} as const satisfies Record<string, PermissionEntry>;

/** Everything that can be allowed, `noun.verb`. */
export type Permission = keyof typeof permissionTable;

const table: Readonly<Record<string, PermissionEntry>> = permissionTable;

/** Every permission, in the order of the table. */
export const permissions = Object.keys(permissionTable) as readonly Permission[];

/** True for a name of the table. */
export const isPermission = (name: string): name is Permission => Object.hasOwn(permissionTable, name);

/** True for a role that exists. */
export const isRole = (name: string): name is Role => roles.some((role) => role === name);

const byRole = new Map<Role, readonly Permission[]>(
  roles.map((role) => [role, permissions.filter((permission) => table[permission]!.roles.includes(role))]),
);

/** What these roles may do together. Roles that are not known add nothing. */
export function permissionsOf(held: readonly string[]): ReadonlySet<Permission> {
  return new Set(held.flatMap((role) => (isRole(role) ? byRole.get(role)! : [])));
}

/** The entry of a permission in the table. */
export const permissionEntry = (permission: Permission): PermissionEntry => table[permission]!;

/** What a key of this owner may do: its scopes, as far as the owner may still do them, and never what a person must do. */
export function keyPermissions(scopes: readonly string[], ownerRoles: readonly string[]): ReadonlySet<Permission> {
  const owned = permissionsOf(ownerRoles);
  return new Set(scopes.filter(isPermission).filter((scope) => owned.has(scope) && !permissionEntry(scope).isPersonal));
}
