import dns from 'node:dns';
import net from 'node:net';

/** What this process tried to reach since the recording began. */
export interface RecordedConnections {
  /** `host:port` of every socket that was told to connect, in order. */
  readonly sockets: readonly string[];
  /** Every name that was asked of the resolver. */
  readonly names: readonly string[];
  stop(): void;
}

/** Records every attempt to connect and to resolve a name, and lets it happen. */
export function recordConnections(): RecordedConnections {
  const sockets: string[] = [];
  const names: string[] = [];
  const { connect } = net.Socket.prototype;
  const { lookup } = dns;
  const recordSocket = new Proxy(connect, {
    apply(original, socket, given: unknown[]) {
      sockets.push(placeOf(given));
      return Reflect.apply(original, socket, given);
    },
  });
  const recordName = new Proxy(lookup, {
    apply(original, self, given: unknown[]) {
      names.push(String(given[0]));
      return Reflect.apply(original, self, given);
    },
  });
  net.Socket.prototype.connect = recordSocket;
  dns.lookup = recordName;
  return {
    sockets,
    names,
    stop() {
      net.Socket.prototype.connect = connect;
      dns.lookup = lookup;
    },
  };
}

/** Node hands `connect` its arguments as they came, or normalised as one array. */
function placeOf(given: readonly unknown[]): string {
  const [first] = given.flat();
  if (typeof first === 'object' && first !== null && 'port' in first) {
    const host = 'host' in first ? first.host : 'localhost';
    return `${String(host)}:${String(first.port)}`;
  }
  return given.map(String).join(' ');
}
