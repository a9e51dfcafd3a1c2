export type Version = readonly [number, number, number];
export type Source = 'path' | 'official' | 'npm';
export const oldestMajor: number;
export function parseVersion(text: string): Version | undefined;
export function versionText(version: Version): string;
export function canOpen(version: Version, fcv: string | undefined): boolean;
export function objectionTo(version: Version | undefined, fcv: string | undefined): string | undefined;
export function triesInOrder(remembered: Source | undefined): readonly { source: Source; fromCache: boolean }[];
export function explainEnd(words: string, code: number | null, signal: NodeJS.Signals | null): string;
