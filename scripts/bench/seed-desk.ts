import { actorOf } from '../../tests/kit/people.js';
import { createUnit } from '../../src/accounts/index.js';
import { createContent } from '../../src/content/index.js';
import { createContext, newId, type Services } from '../../src/kernel/index.js';

const sentence = '市行政服务中心推行“一窗受理、集成服务”，申报材料由各部门共享，群众跑一次即可办结。';
const kinds = ['article', 'article', 'article', 'case', 'video'] as const;
const tags = ['一届', '便民服务', '不动产', '企业开办'] as const;
const sideBySide = 16;

/** A newsroom's desk: so many drafts, and one with a body of so many characters. */
export async function seedDesk(services: Services, count: number, characters: number): Promise<{ longId: string; unitId: string }> {
  const { _id: unitId } = await createUnit(createContext(services, { actor: actorOf('administrator', { unitId: newId('unit') }), requestId: 'bench' }), { name: '市跑改办', shortName: '跑改办', kind: 'bureau' });
  const ctx = createContext(services, { actor: actorOf('contributor', { unitId }), requestId: 'bench' });
  const write = (at: number, paragraphs: number) => createContent(ctx, kinds[at % kinds.length]!, {
    title: `“最多跑一次”改革再提速：第${at}项便民举措`, summary: sentence, importance: 1 + (at % 5), tags: [tags[at % tags.length]!], unitId,
    body: { type: 'doc', content: Array.from({ length: paragraphs }, () => ({ type: 'paragraph', content: [{ type: 'text', text: sentence.repeat(4) }] })) } as never,
  });
  const numbers = Array.from({ length: count - 1 }, (_, at) => at).values();
  await Promise.all(Array.from({ length: sideBySide }, async () => { for (const at of numbers) await write(at, 1); }));
  const long = await write(0, Math.ceil(characters / (sentence.length * 4)));
  return { longId: long._id, unitId };
}
