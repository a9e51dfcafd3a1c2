/** A topic in the tree of 宣传重点. Slugs are part of addresses and never change. */
export interface DemoTopic {
  readonly slug: string;
  readonly name: string;
  readonly parent?: string;
}

/** 宣传重点, parents before children, siblings in order: the topics of the reform's publicity plan. */
export const topics = [
  { slug: 'foundations', name: '基础工作' },
  { slug: 'standards', name: '标准化体系', parent: 'foundations' },
  { slug: 'convenience', name: '便民服务体系', parent: 'foundations' },
  { slug: 'data-sharing', name: '数据共享', parent: 'foundations' },
  { slug: 'key-fields', name: '重点领域' },
  { slug: 'business-registration', name: '商事登记', parent: 'key-fields' },
  { slug: 'real-estate-registration', name: '不动产登记', parent: 'key-fields' },
  { slug: 'investment-approval', name: '投资项目审批', parent: 'key-fields' },
  { slug: 'citizens-errands', name: '公民个人办事', parent: 'key-fields' },
  { slug: 'innovation', name: '改革创新' },
  { slug: 'joint-errands', name: '联办事项', parent: 'innovation' },
  { slug: 'participation', name: '群众参与与整改', parent: 'innovation' },
  { slug: 'leaders-at-the-counter', name: '领导坐班', parent: 'innovation' },
  { slug: 'quick-payment', name: '快捷支付', parent: 'innovation' },
  { slug: 'tonglu-pilot', name: '桐庐试点', parent: 'innovation' },
] as const satisfies readonly DemoTopic[];

export type TopicSlug = (typeof topics)[number]['slug'];
