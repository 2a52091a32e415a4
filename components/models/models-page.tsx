'use client';

import { DocumentBar } from '@/components/frame/document-bar';
import { AllowedPlaces } from '@/components/models/allowed-places';
import { Catalogue } from '@/components/models/catalogue';
import { EmbeddedEntry } from '@/components/models/embedded-entry';
import { Endpoints } from '@/components/models/endpoints';
import { ServedModels } from '@/components/models/served-models';
import { StoredModels } from '@/components/models/stored-models';
import { ThisMachine } from '@/components/models/this-machine';
import { useDownloads } from '@/components/models/use-downloads';
import { useMachine } from '@/components/models/use-machine';

/** Every model that can be reasoned with, and where this browser may connect for it. */
export function ModelsPage() {
  const machine = useMachine();
  const downloads = useDownloads();
  return (
    <>
      <DocumentBar page="models" />
      <main className="mx-auto grid max-w-5xl grid-cols-1 gap-8 px-4 py-6 sm:px-6">
        <header className="grid gap-2">
          <h1 className="text-xl font-semibold">Models</h1>
          <p className="max-w-prose text-ink-2">
            The embedded model is always here and needs no network; it is for learning. For real
            cases bring a real model: one on a server that you trust. Choose between them in the bar
            of <PageLink href="/">Reason</PageLink>, or put two side by side in{' '}
            <PageLink href="/compare">Compare</PageLink>.
          </p>
        </header>
        <EmbeddedEntry />
        <Endpoints />
        <ServedModels />
        <AllowedPlaces />
        <ThisMachine machine={machine} />
        <StoredModels downloads={downloads} />
        <Catalogue machine={machine} downloads={downloads} />
      </main>
    </>
  );
}

function PageLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="text-accent underline underline-offset-4">
      {children}
    </a>
  );
}
