export declare const projectRoot: string;
export declare function dataDirOf(env?: NodeJS.ProcessEnv): string;
export declare function cacheDirOf(env?: NodeJS.ProcessEnv): string;
export declare function openFolder(folder: string, remedy: string): void;
export declare function freeBytes(folder: string): number;
export declare function assertRoom(folder: string, megabytes: number, purpose: string): void;
export declare function keptSecret(dataDir: string): string;
