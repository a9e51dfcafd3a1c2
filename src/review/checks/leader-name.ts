import type { Check, Spot, TextBlock } from './check.js';
import { spotAt, textsOf } from './checked-text.js';
import type { Leader, LeaderDictionary } from './dictionaries.js';

/** Posts that are looked for beside a name, besides those in the dictionary. */
const commonPosts = '书记 副书记 市委书记 市委副书记 区委书记 区委副书记 县委书记 县委副书记 省委书记 省委副书记 省长 副省长 常务副省长 市长 副市长 常务副市长 代市长 区长 副区长 常务副区长 代区长 县长 副县长 常务副县长 代县长 主任 副主任 常务副主任 局长 副局长 主席 副主席 秘书长 副秘书长 部长 副部长 市委常委 区委常委 县委常委'.split(' ');

interface Named {
  readonly leader: Leader;
  readonly start: number;
  readonly end: number;
}

/** Where a string stands in a text, every time. */
function placesOf(text: string, wanted: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(wanted); at >= 0 && wanted !== ''; at = text.indexOf(wanted, at + wanted.length)) places.push(at);
  return places;
}

/** Whether a post as written is one of the leader's: the whole of it, or its end, unless that drops a 副 or 代. */
const holds = ({ posts }: Leader, written: string): boolean =>
  posts.some((post) => post.endsWith(written) && !/(?:副|代|代理|常务|原)$/.test(post.slice(0, -written.length)));

const longestOf = (posts: readonly string[], fits: (post: string) => boolean): string | undefined =>
  posts.filter(fits).sort((a, b) => b.length - a.length)[0];

interface WrittenPost {
  readonly post: string;
  readonly start: number;
}

/** The posts that end at a place, read backwards: 「市委副书记、市长」 are two. */
function postsBefore(text: string, edge: number, posts: readonly string[], gap: RegExp): WrittenPost[] {
  const end = gap.test(text.charAt(edge - 1)) ? edge - 1 : edge;
  const post = longestOf(posts, (candidate) => text.endsWith(candidate, end));
  if (!post) return [];
  const start = end - post.length;
  return [{ post, start }, ...postsBefore(text, start, posts, /、/)];
}

function postsBeside(text: string, { start, end }: Named, posts: readonly string[]): WrittenPost[] {
  const after = longestOf(posts, (post) => text.startsWith(post, end));
  return [...postsBefore(text, start, posts, /\s/), ...(after ? [{ post: after, start: end }] : [])];
}

function postSpots(block: TextBlock, named: Named, posts: readonly string[]): Spot[] {
  const { leader } = named;
  return postsBeside(block.text, named, posts).filter(({ post }) => !holds(leader, post)).map(({ post, start }) => {
    const message = { zh: `「${leader.name}」的职务应为「${leader.posts.join('、')}」，稿中为「${post}」`, en: `${leader.name} is ${leader.posts.join(', ')}, not ${post}.` };
    return spotAt(block, start, start + post.length, message, { suggestion: leader.posts[0] ?? '' });
  });
}

function misspellingSpots(block: TextBlock, leaders: readonly Leader[]): Spot[] {
  return leaders.flatMap(({ name, misspellings = [] }) => misspellings.flatMap((wrong) => placesOf(block.text, wrong).map((start) =>
    spotAt(block, start, start + wrong.length, { zh: `领导姓名「${wrong}」有误，应为「${name}」`, en: `The name ${wrong} is wrong: write ${name}.` }, { suggestion: name }))));
}

/** Names in one enumeration must follow the order of precedence. */
function orderSpots(block: TextBlock, named: readonly Named[], leaders: readonly Leader[]): Spot[] {
  return named.slice(1).flatMap((second, at) => {
    const first = named[at];
    if (!first || !/^[、和\s]$/.test(block.text.slice(first.end, second.start)) || leaders.indexOf(first.leader) <= leaders.indexOf(second.leader)) return [];
    const message = { zh: `领导排序有误：「${second.leader.name}」应排在「${first.leader.name}」之前`, en: `Order of precedence: ${second.leader.name} comes before ${first.leader.name}.` };
    return [spotAt(block, first.start, second.end, message, { severity: 'warn', suggestion: `${second.leader.name}、${first.leader.name}` })];
  });
}

function spotsIn(block: TextBlock, { leaders }: LeaderDictionary, posts: readonly string[]): Spot[] {
  const named = leaders.flatMap((leader) => placesOf(block.text, leader.name).map((start) => ({ leader, start, end: start + leader.name.length })))
    .sort((a, b) => a.start - b.start);
  return [...misspellingSpots(block, leaders), ...named.flatMap((name) => postSpots(block, name, posts)), ...orderSpots(block, named, leaders)];
}

/** Leaders' names, posts and order, held against the dictionary. */
export const leaderNameCheck: Check = {
  id: 'leader-name',
  name: { zh: '领导姓名职务', en: 'Leaders’ names and posts' },
  severity: 'block',
  run: (subject, { dictionaries: { leaders } }) => {
    const posts = [...new Set([...commonPosts, ...leaders.leaders.flatMap((leader) => leader.posts)])];
    return textsOf(subject).flatMap((block) => spotsIn(block, leaders, posts)).map((spot) => ({ ...spot, dictionaryVersion: leaders.version }));
  },
};
