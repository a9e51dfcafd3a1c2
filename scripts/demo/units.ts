/** 委办局, 区县市 and 开发区. */
export const demoUnitKinds = ['department', 'district', 'zone'] as const;

export interface DemoUnit {
  readonly slug: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: (typeof demoUnitKinds)[number];
}

/** The units that send material, in the order of the city's own lists. */
export const units = [
  { slug: 'reform-office', name: '杭州市“最多跑一次”改革专题组办公室', shortName: '市跑改办', kind: 'department' },
  { slug: 'development-reform', name: '杭州市发展和改革委员会', shortName: '市发改委', kind: 'department' },
  { slug: 'public-security', name: '杭州市公安局', shortName: '市公安局', kind: 'department' },
  { slug: 'civil-affairs', name: '杭州市民政局', shortName: '市民政局', kind: 'department' },
  { slug: 'finance', name: '杭州市财政局', shortName: '市财政局', kind: 'department' },
  { slug: 'human-resources', name: '杭州市人力资源和社会保障局', shortName: '市人社局', kind: 'department' },
  { slug: 'planning-resources', name: '杭州市规划和自然资源局', shortName: '市规划和自然资源局', kind: 'department' },
  { slug: 'housing', name: '杭州市住房保障和房产管理局', shortName: '市住保房管局', kind: 'department' },
  { slug: 'health', name: '杭州市卫生健康委员会', shortName: '市卫生健康委', kind: 'department' },
  { slug: 'market-regulation', name: '杭州市市场监督管理局', shortName: '市市场监管局', kind: 'department' },
  { slug: 'medical-insurance', name: '杭州市医疗保障局', shortName: '市医保局', kind: 'department' },
  { slug: 'data-resources', name: '杭州市数据资源管理局', shortName: '市数据资源局', kind: 'department' },
  { slug: 'shangcheng', name: '杭州市上城区', shortName: '上城区', kind: 'district' },
  { slug: 'gongshu', name: '杭州市拱墅区', shortName: '拱墅区', kind: 'district' },
  { slug: 'xihu', name: '杭州市西湖区', shortName: '西湖区', kind: 'district' },
  { slug: 'binjiang', name: '杭州市滨江区', shortName: '滨江区', kind: 'district' },
  { slug: 'xiaoshan', name: '杭州市萧山区', shortName: '萧山区', kind: 'district' },
  { slug: 'yuhang', name: '杭州市余杭区', shortName: '余杭区', kind: 'district' },
  { slug: 'linping', name: '杭州市临平区', shortName: '临平区', kind: 'district' },
  { slug: 'fuyang', name: '杭州市富阳区', shortName: '富阳区', kind: 'district' },
  { slug: 'linan', name: '杭州市临安区', shortName: '临安区', kind: 'district' },
  { slug: 'tonglu', name: '杭州市桐庐县', shortName: '桐庐县', kind: 'district' },
  { slug: 'chunan', name: '杭州市淳安县', shortName: '淳安县', kind: 'district' },
  { slug: 'jiande', name: '建德市', shortName: '建德市', kind: 'district' },
  { slug: 'qiantang', name: '杭州市钱塘区', shortName: '钱塘区', kind: 'zone' },
  { slug: 'west-lake-scenic-area', name: '杭州西湖风景名胜区', shortName: '西湖风景名胜区', kind: 'zone' },
] as const satisfies readonly DemoUnit[];

export type UnitSlug = (typeof units)[number]['slug'];
