import type { BodyNode, Publication, PublicationMedia } from '../../src/distribution/channel.js';

const paragraph = (text: string, ...marks: string[]): BodyNode => ({
  type: 'paragraph',
  content: [marks.length === 0 ? { type: 'text', text } : { type: 'text', text, marks: marks.map((type) => ({ type })) }],
});

const body: BodyNode = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '一张表、跑一次' }] },
    paragraph('全市不动产登记窗口自三月起一窗受理，平均办理时间由 5 天缩短到 60 分钟。'),
    paragraph('“以前要跑三个窗口”，办事群众说。', 'bold'),
    { type: 'image', attrs: { assetId: 'media-cover', alt: '办事大厅' } },
    {
      type: 'bulletList',
      content: ['少一份材料', '少跑一趟路'].map((text) => ({ type: 'listItem', content: [paragraph(text)] })),
    },
    { type: 'video', attrs: { assetId: 'media-video' } },
  ],
};

const html = [
  '<h2>一张表、跑一次</h2>',
  '<p>全市不动产登记窗口自三月起一窗受理，平均办理时间由 5 天缩短到 60 分钟。</p>',
  '<p><strong>“以前要跑三个窗口”，办事群众说。</strong></p>',
  '<figure><img src="https://cms.example.gov.cn/media/media-cover.jpg" alt="办事大厅"></figure>',
  '<ul><li><p>少一份材料</p></li><li><p>少跑一趟路</p></li></ul>',
].join('');

/** The three media of `aPublication`: a cover picture, a video with pixels and seconds, a file. */
export const someMedia: readonly PublicationMedia[] = [
  {
    id: 'media-cover', kind: 'image', alt: '办事大厅', url: 'https://cms.example.gov.cn/media/media-cover.jpg',
    contentType: 'image/jpeg', bytes: 398_957, sha256: 'a'.repeat(64), width: 1920, height: 1080, credit: '王敏 摄',
    renditions: ([['partner', 1920, 1080], ['feed', 1200, 675], ['share', 1200, 628]] as const).map(([preset, width, height]) => ({ preset, width, height, url: `https://cms.example.gov.cn/media/media-cover/${preset}.jpg` })),
  },
  {
    id: 'media-video', kind: 'video', alt: '一窗受理怎么办', url: 'https://cms.example.gov.cn/media/media-video.mp4',
    contentType: 'video/mp4', bytes: 18_300_000, sha256: 'b'.repeat(64), width: 1280, height: 720, duration: 62.5,
  },
  {
    id: 'media-file', kind: 'file', alt: '办事指南', url: 'https://cms.example.gov.cn/media/media-file.pdf',
    contentType: 'application/pdf', bytes: 120_400, sha256: 'c'.repeat(64),
  },
];

/** A whole, valid publication about the reform with fixed dates and ids; every field can be overridden. */
export function aPublication(overrides: Partial<Publication> = {}): Publication {
  return {
    contentId: '65f2c0ffee00000000000001',
    version: 1,
    kind: 'article',
    title: '不动产登记“最多跑一次”：五天变六十分钟',
    shortTitle: '不动产登记一小时办结',
    summary: '一窗受理、数据共享，不动产登记平均办理时间缩短到一小时。',
    html,
    body,
    url: 'https://cms.example.gov.cn/n/65f2c0ffee00000000000001',
    language: 'zh-CN',
    author: '李建国',
    source: '市跑改办',
    isOriginal: true,
    unit: { id: 'unit-land', name: '市规划和自然资源局' },
    topics: [{ id: 'topic-property', name: '不动产登记' }],
    tags: ['一窗受理', '数据共享'],
    place: '杭州市西湖区',
    importance: 3,
    coverId: 'media-cover',
    media: someMedia,
    details: [],
    occurredAt: new Date('2025-03-03T01:00:00.000Z'),
    firstPublishedAt: new Date('2025-03-03T02:00:00.000Z'),
    publishedAt: new Date('2025-03-03T02:00:00.000Z'),
    ...overrides,
  };
}

/** Version 2 of `aPublication`, a correction with the editor's note, published two days later. */
export const aCorrection = (overrides: Partial<Publication> = {}): Publication =>
  aPublication({ version: 2, publishedAt: new Date('2025-03-05T02:12:00.000Z'), note: '更正：第二段数据', ...overrides });

/** The same value, frozen to its last leaf, so that a write to it throws in strict code. Dates keep working. */
export function deepFreeze<V>(value: V): V {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.values(value).forEach((inner) => deepFreeze(inner));
  return Object.freeze(value);
}
