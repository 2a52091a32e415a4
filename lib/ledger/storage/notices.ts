/** Tells this tab and the others that the ledger has grown. */
export interface Notices {
  publish(): void;
  subscribe(listener: () => void): () => void;
  close(): void;
}

/** Notices over a BroadcastChannel of the given name; within this tab only where the browser has none. */
export function createNotices(name: string): Notices {
  const listeners = new Set<() => void>();
  const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
  const callAll = () => {
    for (const listener of listeners) listener();
  };
  channel?.addEventListener('message', callAll);
  return {
    publish() {
      channel?.postMessage('appended');
      callAll();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close() {
      channel?.close();
      listeners.clear();
    },
  };
}
