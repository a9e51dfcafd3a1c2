import type { Source } from './versions.mjs';

export interface Finding { readonly say: (line: string) => void; readonly fcv?: string; readonly signal?: AbortSignal }
export interface Mongod { readonly source: Source; readonly path: string; readonly version: string }
export function findMongod(finding: Finding): Promise<Mongod>;
