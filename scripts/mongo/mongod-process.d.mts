/** Data to run on; `alone` outside its replica set, for repairs. */
export interface Place { readonly dbPath: string; readonly logFile: string; readonly port: number; readonly cacheGB: number; readonly alone?: boolean }
/** A running mongod. `stop` ends it in order; `ended` settles with a sentence when it ends in any way. */
export interface RunningMongod { readonly pid: number; readonly port: number; stop(): Promise<void>; readonly ended: Promise<string> }
/** Starts mongod on 127.0.0.1 and waits until it accepts connections. */
export function startMongod(program: string, place: Place): Promise<RunningMongod>;
export const replicaSetName: string;
