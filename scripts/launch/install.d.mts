export type Packages = Record<string, { version?: string; optional?: boolean; link?: boolean }>;
export function assertNode(version?: string): void;
export function ensureInstalled(options?: { root?: string; signal?: AbortSignal }): Promise<void>;
export function missingFrom(installed: Packages, wanted: Packages): string[];
export function alone(root: string, work: () => Promise<void>): Promise<void>;
