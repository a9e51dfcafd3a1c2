/** A database to use. `stop` ends it when it is ours; `ended` settles with a sentence should it end before. */
export interface Database { readonly uri: string; stop(): Promise<void>; readonly ended: Promise<string> }
type Say = (line: string) => void;

/** The database of a data folder: that of MONGODB_URI, or an embedded one under DATA_DIR/db. The caller holds the lock of the folder. */
export function provideDatabase(options: { dataDir: string; env?: NodeJS.ProcessEnv; say?: Say; signal?: AbortSignal }): Promise<Database>;
/** An empty replica set that `stop` deletes: for tests and measurements. MONGODB_URI is not looked at. */
export function startTemporaryDatabase(options?: { say?: Say }): Promise<Database>;
/** Runs `work` with MONGODB_URI, the running embedded database, or one for the duration (`temporary`: empty, deleted afterwards). */
export function withDatabase<T>(work: (uri: string) => Promise<T>, options?: { temporary?: boolean; dataDir?: string; say?: Say; handlesSignals?: boolean }): Promise<T>;
/** Opens a data folder for this process alone. Throws in words when it cannot be written or another process works on it. */
export function holdDataDir(dataDir: string, purpose: string): { release: () => void };
/** The address of the embedded database of a data folder when it runs now. */
export function liveUri(dataDir: string): string | undefined;
