import { createServer } from 'node:http';
import { describe, expect, it } from 'vitest';
import { clientAddress, takeClientAddresses } from './client-address';

describe('the address of a client', () => {
  it('is that of the connection, whatever the client says, where no proxy stands before the server', () => {
    expect(clientAddress('10.0.0.1', '192.0.2.7', 0)).toBe('192.0.2.7');
    expect(clientAddress(undefined, '192.0.2.7', 0)).toBe('192.0.2.7');
  });

  it('is what the outermost of the trusted proxies appended, and no more', () => {
    expect(clientAddress('6.6.6.6, 198.51.100.4', '10.0.0.2', 1)).toBe('198.51.100.4');
    expect(clientAddress('6.6.6.6, 198.51.100.4, 10.0.0.3', '10.0.0.2', 2)).toBe('198.51.100.4');
    expect(clientAddress(['6.6.6.6', '198.51.100.4'], '10.0.0.2', 1)).toBe('198.51.100.4');
    expect(clientAddress(undefined, '10.0.0.2', 3)).toBe('10.0.0.2');
    expect(clientAddress('', undefined, 0)).toBe('unknown');
  });

  it('replaces the header before a server of this process reads it', async () => {
    takeClientAddresses(0);
    const server = createServer((request, response) => {
      response.end(String(request.headers['x-forwarded-for']));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const port = typeof address === 'object' ? address?.port : undefined;
    const headers = { 'x-forwarded-for': '6.6.6.6' };
    const response = await fetch(`http://127.0.0.1:${port}/`, { headers });
    expect(await response.text()).toBe('127.0.0.1');
    server.close();
  });
});
