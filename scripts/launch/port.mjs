import net from 'node:net';
import { StopError } from './stop-error.mjs';

/** A TCP port that was free a moment ago. @param {string} [host] @returns {Promise<number>} */
export async function freePort(host = '127.0.0.1') {
  const port = await tryToListen(0, host);
  if (typeof port === 'number') return port;
  throw new StopError(`No port can be opened on ${host} (${port.code}).`);
}

/** @param {number} port @param {string} host @returns {Promise<boolean>} */
export async function isPortFree(port, host = '127.0.0.1') {
  return typeof await tryToListen(port, host) === 'number';
}

/** Throws in words when nobody could listen there. @param {string} portText @param {string} host */
export async function assertPortUsable(portText, host) {
  const port = Number(portText);
  if (!/^\d+$/.test(portText) || port > 65535) throw new StopError(`PORT must be a whole number from 0 to 65535; it is "${portText}".`);
  const result = await tryToListen(port, host);
  if (typeof result !== 'number') throw new StopError(portProblem(port, host, result.code));
}

/** @param {number} port @param {string} host @param {string | undefined} code */
function portProblem(port, host, code) {
  if (code === 'EADDRINUSE') return `Port ${port} on ${host} is in use by another program. End that one, or choose another port: PORT=${port + 1} npm start`;
  if (code === 'EACCES') return `This user may not open port ${port} on ${host}. Choose one above 1023: PORT=4000 npm start`;
  return `Nothing can listen on ${host}:${port} (${code}). HOST must be an address of this machine, such as 127.0.0.1 or 0.0.0.0.`;
}

/** @param {number} port @param {string} host @returns {Promise<number | NodeJS.ErrnoException>} the port, or why not */
function tryToListen(port, host) {
  return new Promise((resolve) => {
    const server = net.createServer();
    server.once('error', resolve);
    server.listen({ port, host, exclusive: true }, () => {
      const address = /** @type {net.AddressInfo} */ (server.address());
      server.close(() => resolve(address.port));
    });
  });
}
