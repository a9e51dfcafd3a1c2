import { renewLease, withHeartbeat, type Services } from '../kernel/index.js';
import type { AttemptOutcome, Exchange } from './attempt.js';
import type { Channel, Delivery, Host, Receipt } from './channel.js';
import { checkReceipt, thrownReceipt } from './check-receipt.js';
import { leasedDeliveries, type DeliveryRow } from './delivery.js';
import { createHost, guardedExchange } from './host.js';
import type { Outlet } from './open-outlet.js';
import { recordExchanges } from './record-exchanges.js';
import type { Task } from './settle.js';
import { leaseMs, type Claim } from './claim.js';

/** The longest one attempt may take; a channel that does not end by then is given up on. */
const longestAttemptMs = 10 * 60_000;

/** What an attempt came to, before it is judged. */
export interface Performed {
  readonly kind: Task;
  readonly receipt: Receipt;
  /** When it is not the receipt's: the worker vanished. */
  readonly outcome?: AttemptOutcome;
  readonly exchanges: Exchange[];
  readonly milliseconds: number;
  /** The delivery's marks, with those this attempt set. */
  readonly marks?: Readonly<Record<string, string>>;
}

/** Calls the channel, with the lease kept alive meanwhile. Never rejects for what the channel does. */
export async function performAttempt(services: Services, { row, owner }: Claim, outlet: Outlet): Promise<Performed> {
  const recorder = recordExchanges(guardedExchange(services.config), outlet.redact);
  const delivery = toDelivery(row, outlet);
  const marks = { ...row.marks };
  const marked = (key: string, value: string): void => { marks[key] = value; };
  const begun = performance.now();
  const renew = () => renewLease(leasedDeliveries(), row._id, owner, services.now(), leaseMs);
  const receipt = await withHeartbeat(leaseMs, renew, (signal, abort) => withinTime(abort, () => {
    const host = createHost(services, { destination: outlet.destination, recorder, signal, claim: { deliveryId: row._id, owner, marked } });
    return call(outlet.channel, row.task, delivery, host);
  })).then((value) => checkReceipt(value, outlet.redact), (error: unknown) => thrownReceipt(error, outlet.redact));
  return { kind: row.task, receipt, exchanges: recorder.exchanges, milliseconds: Math.round(performance.now() - begun), marks };
}

async function call(channel: Channel, task: Task, delivery: Delivery, host: Host): Promise<Receipt> {
  if (task === 'deliver') return channel.deliver(delivery, host);
  return channel.confirm ? channel.confirm(delivery, host) : { outcome: 'unknown', message: `${channel.name.zh}不能查询结果，请人工核实` };
}

/** Ends the wait for a channel that neither answers nor heeds its signal. */
async function withinTime<T>(abort: (reason: Error) => void, work: () => Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const ended = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      const reason = new Error(`没有在 ${longestAttemptMs / 60_000} 分钟内完成`);
      abort(reason);
      reject(reason);
    }, longestAttemptMs);
  });
  try {
    return await Promise.race([work(), ended]);
  } finally {
    clearTimeout(timer);
  }
}

function toDelivery(row: DeliveryRow, { destination, publication, standing }: Outlet): Delivery {
  const { _id: id, action, payload, attempts: attempt, marks, last } = row;
  return { id, action, publication, destination, payload: payload!, attempt, marks: marks ?? {}, ...(last ? { last } : {}), ...(standing ? { standing } : {}) };
}
