'use client';

import { useState } from 'react';
import { keepChoice } from '@/components/engine/model-choice';
import { DownloadProgressView } from '@/components/models/download-progress';
import { bytesWords, knownWords } from '@/components/models/figures';
import { FolderButton } from '@/components/models/folder-button';
import { placesOfHub } from '@/components/models/hub-places';
import { allowOrigin, isAllowed } from '@/components/models/kept-origins';
import type { Downloads } from '@/components/models/use-downloads';
import { Button } from '@/components/ui/button';
import { FaultNotice } from '@/components/ui/notice';
import { useFocusKept } from '@/components/ui/use-focus-kept';
import type { BrowserModel, ModelForm } from '@/lib/engine/catalogue';
import { modelKey } from '@/lib/engine/download/record';
import type { Fault } from '@/lib/text/outcome';

/** What can be done with one form of a model: download it, go on, pause, delete, load it from a folder, reason with it. */
export function ModelDownload({
  model,
  form,
  mirror,
  downloads,
}: {
  model: BrowserModel;
  form: ModelForm;
  mirror: string;
  downloads: Downloads;
}) {
  const [agreed, setAgreed] = useState(false);
  const [fault, setFault] = useState<Fault>();
  const [exported, setExported] = useState(false);
  const part = useFocusKept(firstAction);
  const key = modelKey(model.id, form.dtype);
  const state = downloads.stateOf(key);
  if (state === undefined) return null;
  const mayLoad = !model.licence.needsConsent || agreed || state.phase === 'part';
  const start = () => {
    const places = placesOfHub(mirror);
    const missing = places.filter((place) => !isAllowed(place));
    if (missing.length === 0) {
      void downloads.start(model, form, { kind: 'hub', base: mirror });
      return;
    }
    const refused = missing.map(allowOrigin).find((done) => !done.ok);
    if (refused !== undefined && !refused.ok) setFault(refused.fault);
    else beginAfterReload(key);
  };
  const exportTo = async () => {
    const folder = await pickFolder();
    if (folder !== undefined) setExported(await downloads.exportTo(key, folder));
  };
  const shown = fault ?? ('fault' in state ? state.fault : undefined);

  return (
    <div ref={part} className="grid gap-2 pt-2">
      {state.phase === 'going' ? (
        <DownloadProgressView
          name={model.name}
          progress={state.progress}
          elsewhere={state.elsewhere}
        />
      ) : null}
      {(state.phase === 'none' || state.phase === 'part') && model.licence.needsConsent ? (
        <label className="flex items-start gap-2 text-xs">
          <input
            type="checkbox"
            checked={agreed || state.phase === 'part'}
            onChange={(event) => setAgreed(event.target.checked)}
            className="mt-0.5 size-4 shrink-0 accent-accent"
          />
          <span>
            I have read the terms of {model.licence.id} and agree to them:{' '}
            <code className="font-mono wrap-anywhere">{model.licence.url}</code>
          </span>
        </label>
      ) : null}
      <div className="flex flex-wrap items-center gap-1">
        {state.phase === 'none' || state.phase === 'part' ? (
          <>
            {model.conversion === undefined ? (
              <Button emphasis="outlined" disabled={!mayLoad} onClick={start}>
                {state.phase === 'part' ? 'Resume' : `Download ${sizeWords(form)}`}
              </Button>
            ) : null}
            <FolderButton
              disabled={!mayLoad}
              label={`Load ${model.name} from a folder`}
              onFiles={(files) => void downloads.start(model, form, { kind: 'files', files })}
            >
              From a folder
            </FolderButton>
          </>
        ) : null}
        {state.phase === 'going' && !state.elsewhere ? (
          <>
            <Button emphasis="outlined" onClick={() => downloads.pause(key)}>
              Pause
            </Button>
            <Button onClick={() => void downloads.remove(key)}>Cancel</Button>
          </>
        ) : null}
        {state.phase === 'ready' ? (
          <>
            <Button
              icon="run"
              emphasis="outlined"
              aria-label={`Reason with ${model.name}`}
              onClick={() => {
                keepChoice({ kind: 'downloaded', key });
                location.assign('/');
              }}
            >
              Reason with it
            </Button>
            {'showDirectoryPicker' in window ? (
              <Button icon="export" onClick={() => void exportTo()}>
                Export to a folder
              </Button>
            ) : null}
          </>
        ) : null}
        {state.phase === 'ready' || state.phase === 'part' ? (
          <Button aria-label={`Delete ${model.name}`} onClick={() => void downloads.remove(key)}>
            Delete
          </Button>
        ) : null}
        <span role="status" className="text-2xs text-ink-3">
          {exported ? 'Exported, with a manifest of its digests.' : noteOf(state.phase, form)}
        </span>
      </div>
      {model.conversion === undefined || state.phase !== 'none' ? null : (
        <p className="text-xs text-ink-2">{model.conversion}</p>
      )}
      {shown === undefined ? null : <FaultNotice fault={shown} />}
    </div>
  );
}

function firstAction(part: HTMLElement): HTMLElement | null {
  return part.querySelector('button:not(:disabled), input[type="checkbox"]');
}

function sizeWords({ bytes }: ModelForm): string {
  return bytes.known ? `(${bytesWords(bytes.value)})` : '';
}

function noteOf(phase: string, form: ModelForm): string {
  switch (phase) {
    case 'none':
      return `As ${form.dtype}; size ${knownWords(form.bytes, bytesWords)}.`;
    case 'part':
      return 'Part of it is here; it goes on where it stopped.';
    case 'ready':
      return `Here as ${form.dtype}, every file verified.`;
    default:
      return '';
  }
}

const BEGIN = 'rationale.begin-download';

/** Newly allowed places need a load of the page, after which the download begins by itself. */
function beginAfterReload(key: string): void {
  try {
    sessionStorage.setItem(BEGIN, key);
  } catch {
    // Storage is refused: the button has to be pressed again.
  }
  location.reload();
}

/** The download that was asked for before the page was loaded again, once. */
export function takeBegin(): string | undefined {
  try {
    const key = sessionStorage.getItem(BEGIN) ?? undefined;
    sessionStorage.removeItem(BEGIN);
    return key;
  } catch {
    return undefined;
  }
}

/** The folder that the person picks; undefined where they pick none. */
async function pickFolder(): Promise<FileSystemDirectoryHandle | undefined> {
  const pick: unknown = Reflect.get(window, 'showDirectoryPicker');
  if (typeof pick !== 'function') return undefined;
  const picked: unknown = await Promise.resolve(pick.call(window, { mode: 'readwrite' })).catch(
    () => undefined,
  );
  return picked instanceof FileSystemDirectoryHandle ? picked : undefined;
}
