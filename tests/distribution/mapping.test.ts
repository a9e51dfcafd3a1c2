import { evaluateMapping, mappingLimits, mappingProblem, type MappingInput } from '../../plugins/partner-media/evaluate-mapping.js';
import { createDestination, updateDestination } from '../../src/distribution/index.js';
import { DestinationModel } from '../../src/distribution/destination.js';
import { previewPayload } from '../../src/distribution/preview-payload.js';
import { wire } from '../kit/app.js';
import { clock, minute, useDatabase } from '../kit/services.js';
import { article, ctx, ledger, release, releaseAndPlan } from './outlets.js';

useDatabase();
beforeAll(() => wire());

const evaluate = async (expression: string, more: Partial<MappingInput> = {}, timeoutMs?: number): Promise<unknown> => JSON.parse(await evaluateMapping({ expression, item: { headlines: [{ role: 'main', value: '标题' }], version: '2' }, bindings: { action: 'publish' }, now: new Date('2035-03-08T08:00:00Z'), ...more }, timeoutMs));
const settings = { url: 'https://media.example.cn/hook', secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', provider: '市跑改办' };
const mapping = '{ "biaoti": headlines[role="main"].value, "banben": $number(version), "dongzuo": $action, "zhengwen": bodies[role="main"].value }';
const aPartner = (more: Record<string, unknown> = {}) => createDestination(ctx(), { name: '日报', slug: 'daily', channelId: 'partner-media', settings: { ...settings, ...more } });

describe('a mapping', () => {
  it('makes the partner\'s own fields out of the item, and these bytes are frozen', async () => {
    await aPartner({ mapping });
    const contentId = article();
    await releaseAndPlan(contentId, 1, 'publish', { title: '一次办成' });
    clock.advance(minute);
    await releaseAndPlan(contentId, 2, 'retract', { title: '一次办成' });
    const rows = await ledger();
    expect(rows.map(({ payload }) => JSON.parse(payload!.body) as unknown)).toEqual([
      { biaoti: '一次办成', banben: 1, dongzuo: 'publish', zhengwen: '<p>正文</p>' }, { biaoti: '一次办成', banben: 2, dongzuo: 'retract' },
    ].slice(0, rows.length));
    expect(rows[0]!.payload!.contentType).toBe('application/json');
  });

  it('that fails on one item makes a task with the reason, and loses nothing', async () => {
    const { _id } = await aPartner({ mapping: '{ "n": $number(headlines[0].value) }' });
    await releaseAndPlan(article(), 1, 'publish', { title: '不是数字' });
    expect((await ledger())[0]).toMatchObject({ state: 'refused', lastMessage: expect.stringMatching(/字段映射：.*number/) });
    await updateDestination(ctx(), _id, { settings: { ...settings, mapping } });
    await releaseAndPlan(article(), 1, 'publish');
    expect((await ledger({ state: 'waiting' })).length).toBe(1);
  });

  it('that is longer than the limit of bytes is refused with both numbers', async () => {
    await aPartner({ mapping: '{ "x": $pad("", 5000, "x") }', maxBytes: 4000 });
    await releaseAndPlan(article(), 1, 'publish');
    expect((await ledger())[0]).toMatchObject({ state: 'refused', lastMessage: expect.stringMatching(/5008 字节，超过上限 4000/) });
  });

  it.each([['a word of another language', 'SELECT * FROM items'], ['an open bracket', '{ "a": (1 }'], ['ten thousand brackets', '('.repeat(9999)]])('with %s cannot be saved', async (_, wrong) => {
    await expect(aPartner({ mapping: wrong })).rejects.toMatchObject({ code: 'INVALID_SETTINGS', message: expect.stringContaining('字段映射') });
    expect(mappingProblem(wrong)).toMatch(/\S/);
    expect(await DestinationModel.countDocuments()).toBe(0);
  });
});

describe('an evaluation', () => {
  // Whatever the limit is, these would take longer.
  const evaluateEndless = (expression: string): Promise<unknown> => evaluate(expression, {}, mappingLimits.timeoutMs / 5);

  it.each([
    ['a loop without end', '( $f := function($x) { $f($x + 1) }; $f(1) )'],
    ['a recursion without end', '( $f := function($x) { 1 + $f($x) }; $f(1) )'],
    ['a regular expression without end', '{ "a": $match($pad("", 60, "a") & "!", /^(a+)+$/) }'],
    ['more memory than there is', '{ "a": [1..9999999].{ "x": [1..9999] } }'],
  ])('of %s ends, and the next one works', async (_, expression) => {
    await expect(evaluateEndless(expression)).rejects.toThrow(/没有算完|内存|stack|Stack|maximum/);
    expect(await evaluate('{ "v": version }')).toEqual({ v: '2' });
  });

  it('blocks nobody meanwhile: this process goes on', async () => {
    let [turns, isOver] = [0, false];
    const evaluation = evaluateEndless('{ "a": $match($pad("", 60, "a") & "!", /^(a+)+$/) }').finally(() => { isOver = true; });
    const ended = expect(evaluation).rejects.toThrow('没有算完');
    for (; !isOver; turns += 1) await new Promise((resolve) => setImmediate(resolve));
    await ended;
    // One turn is had by who is blocked in it, too.
    expect(turns).toBeGreaterThan(2);
  });

  it.each(['$random()', '$shuffle([1,2])', '$eval("1")'])('has no %s', async (call) => {
    await expect(evaluate(`{ "a": ${call} }`)).rejects.toThrow(/not available/);
  });

  it('gives equal bytes for equal input, its time included', async () => {
    expect(await evaluate('{ "now": $now(), "ms": $millis() }')).toEqual({ now: '2035-03-08T08:00:00.000Z', ms: Date.UTC(2035, 2, 8, 8) });
  });

  it.each(['"text"', '1', '$nothing', 'headlines[0].value'])('of %s is no body', async (expression) => {
    await expect(evaluate(expression)).rejects.toThrow(/对象或数组/);
  });

  it.each(['$constructor', 'constructor.constructor("return process")()', '{ "a": $string.constructor }', '$lookup($, "__proto__").polluted'])('reaches nothing outside by %s', async (expression) => {
    const result = await evaluate(`{ "a": ${expression} }`).then((value) => JSON.stringify(value), (error: Error) => error.message);
    expect(result).not.toMatch(/native code|process|\bversions\b/);
  });

  it('many at once are all answered, each with its own', async () => {
    const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => evaluate('{ "v": $action }', { bindings: { action: at } })));
    expect(answers).toEqual(Array.from({ length: 30 }, (_, v) => ({ v })));
  });
});

describe('a preview', () => {
  beforeEach(() => release(article(), 1, 'publish', { title: '最新一条' }));

  it('shows what would go out with settings that are not saved, and changes nothing', async () => {
    const shown = await previewPayload(ctx(), { channelId: 'partner-media', settings: { ...settings, mapping } });
    expect(shown).toMatchObject({ title: '最新一条', contentType: 'application/json', bytes: Buffer.byteLength(shown.body!) });
    expect(JSON.parse(shown.body!)).toMatchObject({ biaoti: '最新一条' });
    expect([await DestinationModel.countDocuments(), await ledger()]).toEqual([0, []]);
  });

  it('takes the secrets of a destination that exists, and its other settings where none are given', async () => {
    const { _id } = await aPartner();
    const { secret: _secret, ...open } = settings;
    expect(JSON.parse((await previewPayload(ctx(), { destinationId: _id, settings: { ...open, mapping: '{ "t": $type }' }, action: 'correct' })).body!)).toEqual({ t: 'content.corrected' });
    expect(JSON.parse((await previewPayload(ctx(), { destinationId: _id })).body!)).toMatchObject({ type: 'content.published' });
    expect((await DestinationModel.findById(_id).lean())!.settings).not.toHaveProperty('mapping');
  });

  it('says in words why nothing comes out', async () => {
    expect(await previewPayload(ctx(), { channelId: 'partner-media', settings: { ...settings, mapping: '{ "n": $number("x") }' } })).toMatchObject({ problem: expect.stringMatching(/字段映射：/) });
    await expect(previewPayload(ctx(), { channelId: 'partner-media', settings: { ...settings, mapping: '{' } })).rejects.toMatchObject({ code: 'INVALID_SETTINGS' });
  });
});
