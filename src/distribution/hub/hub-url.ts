import type { Config } from '../../kernel/index.js';

/** The public address of our WebSub hub; every feed of ours names it. */
export const hubUrl = ({ publicUrl }: Pick<Config, 'publicUrl'>): string => `${publicUrl}/hub`;

/** The Link header of a topic that our hub distributes: WebSub §4, RFC 8288. */
export const isOwnTopic = (link: string | null, hub: string, topic: string): boolean => {
  const links = [...(link ?? '').matchAll(/<([^>]*)>\s*;\s*rel="?([a-z-]+)"?/g)].map(([, href, rel]) => `${rel} ${href}`);
  return links.includes(`hub ${hub}`) && links.includes(`self ${topic}`);
};
