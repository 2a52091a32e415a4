import { subscribe } from 'node:diagnostics_channel';
import { IncomingMessage } from 'node:http';

/**
 * Puts the true address of the client into `X-Forwarded-For` of every request that this process receives, before anything
 * else reads it. Next takes a header that the client made up for the truth, so the header is rewritten at Node's own
 * announcement of a request (`http.server.request.start`). Behind `proxies` proxies that each append the address they were
 * asked from, the address is the one that the outermost of them appended; with 0 it is that of the connection.
 */
export function takeClientAddresses(proxies: number): void {
  subscribe('http.server.request.start', (message) => {
    if (typeof message !== 'object' || message === null || !('request' in message)) return;
    const { request } = message;
    if (request instanceof IncomingMessage) {
      request.headers['x-forwarded-for'] = clientAddress(
        request.headers['x-forwarded-for'],
        request.socket.remoteAddress,
        proxies,
      );
    }
  });
}

/** The client's address from what was forwarded and the address of the connection itself. */
export function clientAddress(
  forwarded: string | readonly string[] | undefined,
  connection: string | undefined,
  proxies: number,
): string {
  const said = [forwarded ?? []].flat().flatMap((line) => line.split(','));
  const path = [...said, connection ?? 'unknown'].map((address) => address.trim());
  return path.at(-1 - Math.min(proxies, path.length - 1)) || 'unknown';
}
