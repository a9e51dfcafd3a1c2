import type { Finding } from './find-mongod.mjs';

export interface Database { readonly uri: string; stop(): Promise<void>; readonly ended: Promise<string> }
export function startEmbedded(folder: string, finding: Finding, name?: string): Promise<Database>;
export function endOrphan(dbPath: string, say: (line: string) => void): Promise<void>;
export function ownMongodOn(dbPath: string): number | undefined;
export function isMongodOn(commandLine: string | undefined, dbPath: string): boolean;
export function liveUri(folder: string): string | undefined;
