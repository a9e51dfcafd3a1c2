import net from 'node:net';

/** A way to a server that can be cut and mended: the network between a process and its database. */
export interface CuttableProxy {
  readonly port: number;
  /** Breaks every connection and refuses new ones. */
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** Passes everything on to `host:port`, from a free port of its own. */
export async function startProxy(host: string, port: number): Promise<CuttableProxy> {
  const sockets = new Set<net.Socket>();
  const server = net.createServer((client) => {
    const upstream = net.connect(port, host);
    for (const [from, to] of [[client, upstream], [upstream, client]] as const) {
      sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => { sockets.delete(from); to.destroy(); });
      from.pipe(to);
    }
  });
  const listen = (on: number): Promise<void> => new Promise((resolve) => { server.listen(on, '127.0.0.1', resolve); });
  await listen(0);
  const own = (server.address() as net.AddressInfo).port;
  return {
    port: own,
    cut: () => new Promise((resolve) => {
      server.close(() => resolve());
      for (const socket of sockets) socket.destroy();
    }),
    mend: () => listen(own),
  };
}
