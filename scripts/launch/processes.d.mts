export function isAlive(pid: number): boolean;
export function birthOf(pid: number): string | undefined;
export function commandLineOf(pid: number): string | undefined;
export function isGoneWithin(pid: number, ms: number): Promise<boolean>;
export function endProcess(pid: number, ms: number): Promise<void>;
export function runToEnd(what: string, command: string, args: readonly string[], options?: { cwd?: string; env?: NodeJS.ProcessEnv; quiet?: boolean; signal?: AbortSignal }): Promise<string>;
export function npmCommand(env?: NodeJS.ProcessEnv): [string, string[]];
