export interface Holder { readonly pid: number; readonly birth?: string; readonly purpose: string }
export function isHeld(holder: Holder, look?: { isAlive(pid: number): boolean; birthOf(pid: number): string | undefined }): boolean;
export function takeLock(file: string, purpose: string): { release: () => void } | { holder: Holder };
export function readLock(file: string): Holder | undefined;
