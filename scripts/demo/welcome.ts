import type { Config } from '../../src/kernel/index.js';
import { demoPassword, people } from './people.js';
import type { Outside } from './outside.js';

const roleWords: Readonly<Record<string, string>> = {
  contributor: '报送员 contributor', editor: '编辑（初审） editor', reviewer: '审核（复审） reviewer', chiefEditor: '签发（终审） chief editor', operator: '运营 operator', administrator: '管理员 administrator',
};

/** Says what to open, and who to be. */
export function printWelcome({ publicUrl }: Config, outside: Outside | undefined): void {
  const lines = ['', `Yici 一次 is serving at ${publicUrl}`, '', `  GraphQL    ${publicUrl}/graphql`, `  Readers    ${publicUrl}/`];
  if (outside) lines.push(
    `  Feed       ${publicUrl}/feeds/all.rss (.atom, .json)`,
    `  WeChat     ${outside.wechat.url}  (a simulated phone)`,
    `  Partner    ${outside.partner.deskUrl}  (an example receiver)`,
    '', `Demo accounts, all with the password ${demoPassword}:`,
    ...people.map(({ login, name, role }) => `  ${login.padEnd(14)} ${name}  ${roleWords[role] ?? role}`),
    '', 'DEMO=0 npm start goes without the demo; npm run seed -- --remove takes it away.',
  );
  process.stdout.write(`${lines.join('\n')}\n\nCtrl-C ends everything.\n`);
}
