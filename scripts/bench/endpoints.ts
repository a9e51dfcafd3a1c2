/** Partners' servers under a benchmark: ENDPOINTS addresses, each on a port of its own, that read what is posted and answer 200. Prints their ports as one line of JSON. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

const answer = Buffer.from('{"status":"taken"}');

async function listen(): Promise<number> {
  const server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    request.resume().on('end', () => response.writeHead(200, { 'content-type': 'application/json', 'content-length': answer.length }).end(answer));
  });
  await new Promise<void>((resolve, reject) => { server.once('error', reject).listen(0, '127.0.0.1', resolve); });
  return (server.address() as AddressInfo).port;
}

const ports: number[] = [];
while (ports.length < Number(process.env.ENDPOINTS)) ports.push(await listen());
process.stdout.write(`${JSON.stringify(ports)}\n`);
process.once('disconnect', () => process.exit());
