import { join } from 'node:path';
import { isSafeLink } from '../../src/content/document/safe-link.js';

// The page's sources know a browser's types, which these tests' do not: hence no static import.
const { isLinkAddress } = await import(join(process.cwd(), 'src/admin/features/editor/body/link-address.ts')) as { isLinkAddress: (address: string) => boolean };

const taken = ['https://www.hangzhou.gov.cn/a?b=1#c', 'http://例子.中国/改革', 'mailto:someone@example.com', 'tel:+8657112345', `https://a.cn/${'x'.repeat(2035)}`];
const refused = ['', 'www.hangzhou.gov.cn', '/contents', 'javascript:alert(1)', 'data:text/html,x', 'java\tscript:alert(1)', 'https://a.cn/ b', 'https://a.cn/\u200b', 'https://a.cn/<b>', `https://a.cn/${'x'.repeat(2036)}`];

describe('the address of a link', () => {
  it.each(taken)('is taken by the editor as by the server: %p', (address) => {
    expect([isLinkAddress(address), isSafeLink(address)]).toEqual([true, true]);
  });

  it.each(refused)('is refused by the editor as by the server: %p', (address) => {
    expect([isLinkAddress(address), isSafeLink(address)]).toEqual([false, false]);
  });
});
