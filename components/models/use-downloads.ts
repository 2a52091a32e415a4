'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import { askToPersist } from '@/lib/engine/capability/describe-machine';
import type { BrowserModel, ModelForm } from '@/lib/engine/catalogue';
import {
  type Download,
  type DownloadEvent,
  exportDownload,
  listStoredModels,
  removeDownload,
  startDownload,
  watchDownloads,
} from '@/lib/engine/download/browser/downloads';
import type { Origin } from '@/lib/engine/download/browser/messages';
import type { StoredFiles } from '@/lib/engine/download/list-stored';
import type { DownloadProgress } from '@/lib/engine/download/progress';
import { type DownloadRecord, isReady, modelKey } from '@/lib/engine/download/record';
import type { Fault } from '@/lib/text/outcome';

/** How one form of one model stands in this browser. */
export type DownloadState =
  | { readonly phase: 'none'; readonly fault?: Fault }
  /** Some of it is here; `fault` says why it stopped, where something went wrong. */
  | { readonly phase: 'part'; readonly record: DownloadRecord; readonly fault?: Fault }
  | {
      readonly phase: 'going';
      readonly progress?: DownloadProgress;
      /** Another tab downloads it. */
      readonly elsewhere: boolean;
    }
  | { readonly phase: 'ready'; readonly record: DownloadRecord; readonly fault?: Fault };

/** Downloads of this browser: what is here, and how to begin, pause, end, export and delete them. */
export function useDownloads() {
  const [stored, setStored] = useState<readonly StoredFiles[]>();
  const [events, setEvents] = useState<ReadonlyMap<string, DownloadEvent>>(new Map());
  const [faults, setFaults] = useState<ReadonlyMap<string, Fault>>(new Map());
  const running = useRef(new Map<string, Download>());

  const refresh = useCallback(
    // Where the browser keeps no files there are none.
    () => listStoredModels().then(setStored, () => setStored([])),
    [],
  );
  const hear = useCallback(
    (key: string, event: DownloadEvent) => {
      const isOver = event.type === 'done' || event.type === 'failed' || event.type === 'stopped';
      setEvents((before) => {
        const next = new Map(before);
        if (isOver) next.delete(key);
        else next.set(key, event);
        return next;
      });
      if (!isOver) return;
      running.current.delete(key);
      setFaults((before) => withFault(before, key, event));
      void refresh();
    },
    [refresh],
  );
  useEffect(() => {
    void refresh();
    return watchDownloads((key, event) => {
      if (!running.current.has(key)) hear(key, event);
    });
  }, [refresh, hear]);

  const stateOf = (key: string): DownloadState | undefined => {
    if (stored === undefined) return undefined;
    const event = events.get(key);
    if (event !== undefined) {
      const elsewhere = event.type === 'waiting' || !running.current.has(key);
      const progress = event.type === 'progress' ? { progress: event.progress } : {};
      return { phase: 'going', elsewhere, ...progress };
    }
    const fault = faults.get(key);
    const why = fault === undefined ? {} : { fault };
    const record = stored.find((each) => each.key === key)?.record;
    if (record === undefined) return { phase: 'none', ...why };
    return { phase: isReady(record) ? 'ready' : 'part', record, ...why };
  };

  return {
    /** Everything that lies here, the largest first; undefined until it has been read. */
    stored,
    stateOf,
    async start(model: BrowserModel, form: ModelForm, origin: Origin) {
      const key = modelKey(model.id, form.dtype);
      setFaults((before) => withFault(before, key, undefined));
      setEvents((before) => new Map(before).set(key, { type: 'waiting' }));
      await askToPersist();
      running.current.set(
        key,
        startDownload(model, form, origin, (event) => hear(key, event)),
      );
    },
    pause: (key: string) => running.current.get(key)?.pause(),
    /** Undefined once it is gone, otherwise why it is not. */
    async remove(key: string): Promise<Fault | undefined> {
      const download = running.current.get(key);
      const fault = download === undefined ? await removeDownload(key) : await download.cancel();
      setFaults((before) => {
        const next = new Map(before);
        if (fault === undefined) next.delete(key);
        else next.set(key, fault);
        return next;
      });
      await refresh();
      return fault;
    },
    async exportTo(key: string, folder: FileSystemDirectoryHandle) {
      const fault = await exportDownload(key, folder, () => undefined);
      if (fault !== undefined) setFaults((before) => new Map(before).set(key, fault));
      return fault === undefined;
    },
  };
}

export type Downloads = ReturnType<typeof useDownloads>;

function withFault(
  before: ReadonlyMap<string, Fault>,
  key: string,
  event: DownloadEvent | undefined,
): ReadonlyMap<string, Fault> {
  const next = new Map(before);
  if (event?.type === 'failed') next.set(key, event.fault);
  else next.delete(key);
  return next;
}
