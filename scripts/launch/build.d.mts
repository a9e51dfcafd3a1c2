export function ensureBuilt(options?: { root?: string; signal?: AbortSignal }): Promise<void>;
