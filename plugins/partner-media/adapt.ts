import type { Action, Destination, Payload, Publication } from '../../src/distribution/channel.js';
import { evaluateMapping, mappingProblem } from './evaluate-mapping.js';
import type { PartnerMediaSettings } from './settings.js';

interface Envelope {
  readonly type: string;
  readonly timestamp: string;
  readonly data: unknown;
}

/** The partner's own form of a rendered item, by the destination's mapping. What it makes is the whole body. Rejects with words for an editor. */
export async function adapt(payload: Payload, publication: Publication, action: Action, { settings }: Destination<PartnerMediaSettings>): Promise<Payload> {
  if (!settings.mapping) return payload;
  const { type, timestamp, data } = JSON.parse(payload.body) as Envelope;
  const body = await evaluateMapping({ expression: settings.mapping, item: data, bindings: { action, type, timestamp }, now: publication.publishedAt })
    .catch((error: unknown) => { throw new Error(`字段映射：${error instanceof Error ? error.message : String(error)}`); });
  const limit = settings.maxBytes ?? 20_000;
  const bytes = Buffer.byteLength(body);
  if (bytes > limit) throw new Error(`字段映射：结果有 ${bytes} 字节，超过上限 ${limit}；请调高字节上限，或改用链接模式`);
  return { ...payload, body };
}

/** What the schema cannot say of the settings: one sentence per problem. */
export function checkSettings({ mapping }: PartnerMediaSettings): string[] {
  const problem = mapping ? mappingProblem(mapping) : undefined;
  return problem ? [`mapping（字段映射）：${problem}`] : [];
}
