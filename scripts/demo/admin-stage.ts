import { demoPassword } from './people.js';

/** What the admin's pictures show besides the demo: texts at several points of their review. */
export interface DemoStage {
  readonly review: string;
  readonly content: string;
  readonly destination: string;
  readonly delivery: string;
}

interface Nodes {
  readonly nodes: readonly { readonly id: string }[];
}

/** Asks the API; the caller names the shape of the answer. */
type Ask = <Answer>(query: string, variables?: object) => Promise<Answer>;

/** Puts texts into review by the API, as people do: one with faults, one fresh, one that is signed once, one that was returned. */
export async function setDemoStage(url: string): Promise<DemoStage> {
  const editor = await as(url, 'sun.editor');
  const { contents } = await editor<{ contents: { nodes: { id: string; editorial: { revision: number } }[] } }>('{ contents(perspective: DRAFT, filter: { workflow: [DRAFT] }, first: 1) { nodes { id editorial { revision } } } }');
  const faulty = contents.nodes[0]!;
  const review = await submit(editor, faulty);
  const contributor = await as(url, 'chen.contrib');
  await submit(contributor, await write(contributor, '余杭区“拿地即开工”：从签约到开工只用二十天', 3));
  const signed = await submit(contributor, await write(contributor, '企业开办“一日办结”在全市推开', 4));
  const returned = await submit(contributor, await write(contributor, '公积金提取材料再减三份', 2));
  const first = await as(url, 'li.editor');
  const { review: desk } = await first<{ review: { revisionId: string; contentHash: string } }>('query ($id: ID!) { review(id: $id) { revisionId contentHash } }', { id: signed });
  await first('mutation ($input: SignRevisionInput!) { signRevision(input: $input) { id } }', { input: { revisionId: desk.revisionId, contentHash: desk.contentHash, checklist: ['WORDING', 'SOURCE'], opinion: '文字通顺，数字已与台账核对。' } });
  const { review: back } = await first<{ review: { revisionId: string } }>('query ($id: ID!) { review(id: $id) { revisionId } }', { id: returned });
  await first('mutation ($input: ReturnRevisionInput!) { returnRevision(input: $input) { id } }', { input: { revisionId: back.revisionId, reason: '请补充改革前后对比数据，并注明来源。' } });
  const operator = await as(url, 'he.operator');
  const { destinations, deliveries } = await operator<{ destinations: Nodes; deliveries: Nodes }>('{ destinations(first: 1) { nodes { id } } deliveries(first: 1) { nodes { id } } }');
  return { review, content: faulty.id, destination: destinations.nodes[0]!.id, delivery: deliveries.nodes[0]!.id };
}

interface Draft {
  readonly id: string;
  readonly editorial: { readonly revision: number };
}

async function as(url: string, login: string): Promise<Ask> {
  const send = async <Answer>(query: string, variables: object, headers: Record<string, string>): Promise<Answer> => {
    const response = await fetch(`${url}/graphql`, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify({ query, variables }) });
    const { data, errors } = await response.json() as { data: Answer; errors?: { message: string }[] };
    if (errors) throw new Error(`${login}: ${errors[0]!.message}`);
    return data;
  };
  const { signIn } = await send<{ signIn: { token: string } }>('mutation ($input: SignInInput!) { signIn(input: $input) { token } }', { input: { login, password: demoPassword } }, {});
  return (query, variables = {}) => send(query, variables, { authorization: `Bearer ${signIn.token}` });
}

const paragraph = (text: string): object => ({ type: 'paragraph', content: [{ type: 'text', text }] });

async function write(ask: Ask, title: string, importance: number): Promise<Draft> {
  const body = { type: 'doc', content: [
    { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: '一份承诺书，抵得上一摞材料' }] },
    paragraph('“以前跑一个项目，光是排队就要好几天。”项目负责人说，现在签一份承诺书，主要手续在网上就能办完。原来分散在七个处室的审批事项归到一个窗口，一次告知、一表申请、一窗受理。'),
    paragraph('改革后，审批环节由二十二个减为九个，申报材料由五十七份减为二十一份，群众最多跑一次。'),
  ] };
  const input = { title, summary: '从签约到开工，平均用时由三个月压缩到二十天。', author: '陈若溪', source: '市规划和自然资源局', importance, body };
  const { createArticle } = await ask<{ createArticle: Draft }>('mutation ($input: CreateArticleInput!) { createArticle(input: $input) { id editorial { revision } } }', { input });
  return createArticle;
}

async function submit(ask: Ask, { id, editorial: { revision } }: Draft): Promise<string> {
  await ask('mutation ($input: SubmitContentInput!) { submitContent(input: $input) { id } }', { input: { id, revision } });
  const { reviews } = await ask<{ reviews: { nodes: { id: string }[] } }>('query ($id: ID!) { reviews(filter: { contentId: $id, state: [OPEN] }, first: 1) { nodes { id } } }', { id });
  return reviews.nodes[0]!.id;
}
