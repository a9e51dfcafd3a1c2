export function ensureBuilt(options?: { root?: string; signal?: AbortSignal; only?: 'build' | 'build:admin' }): Promise<void>;
