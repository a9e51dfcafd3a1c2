import { ApartmentOutlined, FileSearchOutlined, SafetyCertificateOutlined, TeamOutlined } from '@ant-design/icons';
import { defineFeature } from '../../app/feature.js';

/** 人员与单位: the directory, who may do what, what was done, and one's own account. */
export const peopleFeature = defineFeature({
  id: 'people',
  pages: [
    { id: 'people', path: 'people', title: { zh: '人员', en: 'People' }, permissions: ['person.read'], load: () => import('./people-page.js') },
    { id: 'units', path: 'units', title: { zh: '单位', en: 'Units' }, permissions: ['unit.manage'], load: () => import('./units-page.js') },
    { id: 'permissions', path: 'permissions', title: { zh: '权限表', en: 'Permissions' }, permissions: ['role.read'], load: () => import('./permissions-page.js') },
    { id: 'audit', path: 'audit', title: { zh: '审计日志', en: 'Audit trail' }, permissions: ['audit.read'], load: () => import('./audit-page.js') },
    { id: 'account', path: 'account', title: { zh: '我的账号', en: 'My account' }, load: () => import('./account-page.js') },
  ],
  menu: [
    { page: 'people', group: 'office', icon: TeamOutlined, order: 10 },
    { page: 'units', group: 'office', icon: ApartmentOutlined, order: 20 },
    { page: 'permissions', group: 'office', icon: SafetyCertificateOutlined, order: 30 },
    { page: 'audit', group: 'office', icon: FileSearchOutlined, order: 40 },
  ],
});
