import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';

/** Whether news comes by itself; while it does not, the page asks every few seconds. */
export type Connection = 'opening' | 'live' | 'lost';

const subscription = 'subscription BoardNews($destinationId: ID) { deliveryChanged(destinationId: $destinationId) { id } }';
/** News in a burst is read together. */
const gatherMs = 400;
/** A stream that the server refused is asked for again, for instance after somebody has signed in. */
const againMs = 10_000;
/** How long a row stays marked as new. */
const freshMs = 4000;

export interface Live {
  readonly connection: Connection;
  /** Deliveries that changed just now. */
  readonly fresh: ReadonlySet<string>;
}

/** Hears of deliveries as they change, by server-sent events, and has what is shown read anew. */
export function useLiveDeliveries(destinationId: string | undefined): Live {
  const client = useQueryClient();
  const [connection, setConnection] = useState<Connection>('opening');
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    const timers = new Set<number>();
    let source: EventSource | undefined;
    let gathering = false;
    const later = (run: () => void, ms: number): void => { const timer = window.setTimeout(() => { timers.delete(timer); run(); }, ms); timers.add(timer); };
    const readAnew = (): void => { gathering = false; for (const queryKey of [['Deliveries'], ['Delivery'], ['DeliveryAlarms']]) void client.invalidateQueries({ queryKey }); };
    const hear = (event: MessageEvent<string>): void => {
      const id = idOf(event.data);
      if (id) {
        setFresh((now) => new Set([...now, id]));
        later(() => { setFresh((now) => new Set([...now].filter((each) => each !== id))); }, freshMs);
      }
      if (gathering) return;
      gathering = true;
      later(readAnew, gatherMs);
    };
    const open = (): void => {
      source = new EventSource(`/graphql/stream?${new URLSearchParams({ query: subscription, variables: JSON.stringify({ destinationId: destinationId ?? null }) }).toString()}`);
      source.addEventListener('open', () => { setConnection('live'); });
      source.addEventListener('next', hear);
      // The browser opens a stream that ended again by itself; one that was refused it gives up.
      source.addEventListener('error', () => {
        setConnection('lost');
        if (source?.readyState === EventSource.CLOSED) later(open, againMs);
      });
    };
    open();
    return () => { source?.close(); timers.forEach((timer) => { window.clearTimeout(timer); }); };
  }, [client, destinationId]);
  return { connection, fresh };
}

function idOf(data: string): string | undefined {
  const news = JSON.parse(data) as { readonly data?: { readonly deliveryChanged?: { readonly id: string } } | null };
  return news.data?.deliveryChanged?.id;
}
