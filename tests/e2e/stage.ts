import type { Role } from '../../src/accounts/index.js';
import { createTopic, scheduleContent } from '../../src/content/index.js';
import { createDestination, deliverNext } from '../../src/distribution/index.js';
import { dispatchNextEvent, processAll, runNextJob } from '../../src/kernel/index.js';
import { returnRevision } from '../../src/review/index.js';
import mongoose from 'mongoose';
import { aContent, anApproved, anAsset, aPublished, bodyOf, submit } from '../kit/contents.js';
import { aPerson, as, aUnit, testPassword } from '../kit/people.js';
import { services } from '../kit/services.js';
import { aDestination, ledger, outlet, registerOutlets } from '../distribution/outlets.js';

/** What a newsroom has in it when the browser comes. */
export interface Stage {
  /** Waits for the first signature; a check found something that blocks. */
  readonly blockedReview: string;
  /** Waits for the first signature; nothing was found. */
  readonly cleanReview: string;
  readonly content: string;
  /** A feed, and an outlet that refused what is in `delivery`. */
  readonly destination: string;
  readonly delivery: string;
}

export const staffRoles = ['contributor', 'editor', 'reviewer', 'chiefEditor', 'operator', 'administrator'] as const satisfies readonly Role[];

/** The login of the person who has just this role. */
export const loginOf = (role: Role): string => `the.${role.toLowerCase()}`;

/** One person for each role, and contents at every point of their way. */
export async function setStage(): Promise<Stage> {
  registerOutlets();
  const unit = await aUnit({ name: '杭州市余杭区', shortName: '余杭区', kind: 'district' });
  for (const role of staffRoles) await aPerson({ name: role, login: loginOf(role), roles: [role], unitId: unit._id });
  const topic = await createTopic(as('chiefEditor'), { name: '重点领域' });
  const below = await createTopic(as('chiefEditor'), { name: '商事登记', parentId: topic._id });
  const cover = await anAsset({ width: 640, height: 360, alt: '一名工作人员在窗口受理申请' });
  const unitId = unit._id;
  const draft = await aContent({ unitId, title: '企业开办一日办结在全市推开', importance: 4, topicIds: [below._id], coverId: cover._id });
  const blocked = await submit(await aContent({ unitId, title: '西湖区便民服务点延伸到村社', body: bodyOf('如需预约，请联系帮办员小叶，手机13800138000。', '既使不会用智能手机的老年人，也能办理。') as never }));
  const clean = await submit(await aContent({ unitId, title: '给新生儿上户口只跑一次' }));
  const returned = await submit(await aContent({ unitId, title: '让数据多跑路' }));
  await returnRevision(as('editor'), { revisionId: returned.head.revisionId, reason: '第二段的数字与台账不符，请核对。' });
  const approved = await anApproved({ unitId, title: '拿地即开工' });
  await scheduleContent(as('operator'), { id: approved._id, at: new Date('2035-03-09T02:00:00.000Z'), timeZone: 'Asia/Shanghai' });
  const destination = await createDestination(as('administrator'), { name: '全部内容', slug: 'all', channelId: 'rss', settings: { title: '全部内容' } });
  await aDestination('repeats', { name: '都市快报' });
  await aPublished({ unitId, title: '不动产登记一小时办结', importance: 5 });
  outlet.answer = () => ({ outcome: 'refused', message: '栏目已满，请下周再发', code: 'HTTP_400' });
  await deliverEverything();
  const [refused] = await ledger({ state: 'refused' });
  return { destination: destination._id, delivery: refused!._id, blockedReview: await reviewOf(blocked._id), cleanReview: await reviewOf(clean._id), content: draft._id };
}

/** Plans what was released and sends what is due, as workers do. */
export const deliverEverything = (): Promise<void> => processAll(services, [dispatchNextEvent, runNextJob, deliverNext]);

async function reviewOf(contentId: string): Promise<string> {
  const review = await mongoose.connection.collection<{ _id: string }>('reviews').findOne({ contentId, state: 'open' });
  return review!._id;
}

/** Asks the API over HTTP, with the token of a session if one is given. */
export async function askAs(url: string, query: string, variables: object, token?: string): Promise<{ data?: Record<string, Record<string, unknown>> }> {
  const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) }, body: JSON.stringify({ query, variables }) });
  return await response.json() as { data?: Record<string, Record<string, unknown>> };
}

/** Ends every session of a person, as an administrator's reset or twelve idle hours would. */
export async function endSessionsOf(url: string, login: string): Promise<void> {
  const { data } = await askAs(url, 'mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login, password: testPassword } });
  await askAs(url, 'mutation { endOtherSessions }', {}, String(data?.signIn?.token));
}
