'use client';

import { type ReactNode, useEffect, useState } from 'react';

/** Why a browser may not reach a server that runs, and what to do about it. */
export function RefusedByBrowser() {
  const [page, setPage] = useState('');
  useEffect(() => setPage(location.origin), []);
  return (
    <section className="rounded-md border border-line bg-raised px-3 py-2 text-xs text-ink-2">
      <h4 className="font-semibold text-ink">If the server does run</h4>
      <p className="pb-1">
        A browser lets a page read only from servers that admit it (CORS), and it does not tell the
        page which of these it was:
      </p>
      <ul className="grid list-disc gap-1 pl-4">
        <li>
          The server does not admit this page. vLLM, SGLang and llama.cpp admit any page unless they
          were told otherwise; start Ollama with <Code>OLLAMA_ORIGINS={page}</Code>, and Text
          Generation Inference with <Code>--cors-allow-origin {page}</Code>.
        </li>
        <li>
          This page came over https and the endpoint is http: browsers refuse that, except to this
          machine itself (<Code>localhost</Code>).
        </li>
        <li>The browser asked whether this site may reach the local network, and was told no.</li>
      </ul>
      <p className="pt-1">
        Where none of this can be changed, let the server of this page ask the endpoint: name it
        under <Code>upstreams</Code> in its configuration. It then stands under “Through the server
        of this page”, and its key never comes to the browser.
      </p>
    </section>
  );
}

function Code({ children }: { children: ReactNode }) {
  return <code className="font-mono wrap-anywhere text-ink">{children}</code>;
}
