'use client';

import { useEffect, useState } from 'react';
import { disallowOrigin, keptOrigins } from '@/components/models/kept-origins';
import { Empty, PageSection } from '@/components/models/page-section';
import { useKeptEndpoints } from '@/components/models/use-kept-endpoints';
import { Button } from '@/components/ui/button';
import { PlainText } from '@/components/ui/plain-text';

/** Every place beside this page's own server that the browser lets its pages connect to, and what for. */
export function AllowedPlaces() {
  const endpoints = useKeptEndpoints() ?? [];
  const [origins, setOrigins] = useState<readonly string[]>([]);
  useEffect(() => setOrigins(keptOrigins()), []);

  const usesOf = (origin: string) =>
    endpoints
      .filter(({ connection }) => connection.baseUrl.startsWith(`${origin}/`))
      .map(({ connection }) => connection.name);

  return (
    <PageSection
      title="Where this browser may connect"
      lead="The browser itself refuses every connection of these pages to any other place than their own server and what stands here. The list is kept in a cookie, which only that server is sent."
    >
      {origins.length === 0 ? (
        <Empty>Nowhere but to the server of this page. Adding an endpoint adds its place.</Empty>
      ) : (
        <ul className="grid gap-px">
          {origins.map((origin) => {
            const uses = usesOf(origin);
            return (
              <li
                key={origin}
                className="flex flex-wrap items-center justify-between gap-x-4 border-b border-line py-1.5 text-sm last:border-b-0"
              >
                <span className="min-w-0">
                  <code className="font-mono text-xs wrap-anywhere">{origin}</code>{' '}
                  <span className="text-xs text-ink-2">
                    {uses.length === 0 ? (
                      'no endpoint here uses it'
                    ) : (
                      <>
                        for <PlainText text={uses.join(', ')} />
                      </>
                    )}
                  </span>
                </span>
                <Button
                  aria-label={`Take back ${origin}`}
                  onClick={() => {
                    disallowOrigin(origin);
                    location.reload();
                  }}
                >
                  Take back
                </Button>
              </li>
            );
          })}
        </ul>
      )}
    </PageSection>
  );
}
