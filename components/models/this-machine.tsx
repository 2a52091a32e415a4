'use client';

import { Fragment } from 'react';
import { bytesWords } from '@/components/models/figures';
import { PageSection } from '@/components/models/page-section';
import type { Machine } from '@/lib/engine/capability/machine';

/** What this browser and machine have that bears on models, as far as they tell. */
export function ThisMachine({ machine }: { machine: Machine | undefined }) {
  return (
    <PageSection
      title="This machine"
      lead="What bears on which models run here. Looked up in this browser, and sent nowhere."
    >
      {machine === undefined ? (
        <p className="text-xs text-ink-2">Looking…</p>
      ) : (
        <dl className="grid grid-cols-[minmax(7rem,12rem)_minmax(0,1fr)] gap-x-4 gap-y-1.5 text-sm">
          {factsOf(machine).map(([term, fact, note]) => (
            <Fragment key={term}>
              <dt className="text-ink-2">{term}</dt>
              <dd>
                {fact}
                {note === undefined ? null : (
                  <span className="block text-xs text-ink-3">{note}</span>
                )}
              </dd>
            </Fragment>
          ))}
        </dl>
      )}
    </PageSection>
  );
}

type Fact = readonly [term: string, fact: string, note?: string | undefined];

function factsOf(machine: Machine): readonly Fact[] {
  const { webAssembly, isolated, cores, memory, storage, keepsFiles } = machine;
  return [
    ...adapterFacts(machine),
    ['WebAssembly', webAssembly ? 'yes' : 'no', webAssembly ? undefined : 'No model runs without.'],
    [
      'Threads',
      isolated ? `up to ${cores}` : 'one',
      isolated
        ? undefined
        : 'More need a page that is cross-origin isolated: https, or localhost, with the headers that this server sends.',
    ],
    [
      'Memory',
      memory === undefined ? 'not told' : memory >= 8 ? '8 GB or more' : `about ${memory} GB`,
      memory === undefined ? 'This browser does not tell pages.' : undefined,
    ],
    [
      'Storage',
      storage === undefined
        ? 'not told'
        : `${bytesWords(storage.quota - storage.used)} free for this page, ${bytesWords(storage.used)} used`,
      storage?.persisted === false
        ? 'The browser may delete it when the disk fills up; it is asked not to when a model is downloaded.'
        : undefined,
    ],
    ['Keeps files', keepsFiles ? 'yes' : 'no, so no model can be downloaded'],
  ];
}

function adapterFacts({ adapter }: Machine): readonly Fact[] {
  if (adapter === 'no-webgpu') {
    return [['Graphics', 'no WebGPU', 'Models run on the processor: use a current browser.']];
  }
  if (adapter === 'no-adapter') {
    return [['Graphics', 'no adapter that WebGPU may use', 'Models run on the processor.']];
  }
  const { name, software, features, largestBuffer } = adapter;
  return [
    [
      'Graphics',
      name,
      software ? 'A software adapter: slower than the processor itself.' : undefined,
    ],
    [
      'Half precision',
      features.includes('shader-f16') ? 'yes (shader-f16)' : 'no',
      features.includes('shader-f16') ? undefined : 'The smaller q4f16 forms cannot be used.',
    ],
    ['Largest buffer', largestBuffer === undefined ? 'not told' : bytesWords(largestBuffer)],
  ];
}
