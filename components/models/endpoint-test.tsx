'use client';

import { useRef, useState } from 'react';
import { browserSurroundings } from '@/components/engine/open-endpoint';
import { connectionOf } from '@/components/models/kept-endpoints';
import { RefusedByBrowser } from '@/components/models/refused-by-browser';
import { Button } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { Icon, type IconName } from '@/components/ui/icon';
import { PlainText } from '@/components/ui/plain-text';
import { type EndpointCheck, testEndpoint } from '@/lib/engine/endpoint/test-endpoint';

/** Tries out what an endpoint supports, and says of each thing what came of it. No case is sent. */
export function EndpointTest({ id }: { id: string }) {
  const [checks, setChecks] = useState<readonly EndpointCheck[]>([]);
  const [testing, setTesting] = useState<AbortController>();
  const [via, setVia] = useState<'browser' | 'server'>('browser');
  const latest = useRef<AbortController>(undefined);

  const test = async () => {
    const kept = connectionOf(id);
    if (kept === undefined) return;
    const { connection } = kept;
    const leaving = new AbortController();
    latest.current = leaving;
    setTesting(leaving);
    setVia(connection.via);
    setChecks([]);
    try {
      await testEndpoint(connection, browserSurroundings(), leaving.signal, (check) =>
        setChecks((before) => [...before, check]),
      );
    } catch (error) {
      if (!leaving.signal.aborted) throw error;
    } finally {
      if (latest.current === leaving) setTesting(undefined);
    }
  };
  const unreached = checks.some(
    ({ id: check, outcome }) => check === 'reachable' && outcome === 'fails',
  );

  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center gap-2">
        {testing === undefined ? (
          <Button emphasis="outlined" onClick={() => void test()}>
            Test this endpoint
          </Button>
        ) : (
          <Button icon="stop" emphasis="outlined" onClick={() => testing.abort()}>
            Stop the test
          </Button>
        )}
        <p role="status" className="text-xs text-ink-2">
          {testing === undefined
            ? checks.length === 0
              ? 'Asks four short questions of arithmetic; no case is sent.'
              : summaryOf(checks)
            : 'Testing…'}
        </p>
      </div>
      {checks.length === 0 ? null : (
        <ul className="grid gap-x-6 border-t border-line pt-1 split:grid-cols-2">
          {checks.map((check) => (
            <CheckLine key={check.id} check={check} />
          ))}
        </ul>
      )}
      {unreached && via === 'browser' ? <RefusedByBrowser /> : null}
    </div>
  );
}

const LOOK: Record<
  EndpointCheck['outcome'],
  { readonly icon: IconName; readonly word: string; readonly colour: string }
> = {
  works: { icon: 'supported', word: 'yes', colour: 'text-supported' },
  'in-part': { icon: 'warning', word: 'in part', colour: 'text-not-in-case' },
  fails: { icon: 'contradicted', word: 'no', colour: 'text-contradicted' },
  'not-told': { icon: 'cannot-tell', word: 'not told', colour: 'text-cannot-tell' },
};

function CheckLine({ check: { title, outcome, detail } }: { check: EndpointCheck }) {
  const { icon, word, colour } = LOOK[outcome];
  return (
    <li className="grid grid-cols-[5rem_minmax(0,1fr)] gap-x-2 py-1 text-xs">
      <span className={classNames('inline-flex items-center gap-1 self-start font-medium', colour)}>
        <Icon name={icon} size={13} />
        {word}
      </span>
      <span>
        <span className="font-medium">{title}.</span>{' '}
        <span className="text-ink-2 wrap-anywhere">
          <PlainText text={detail} />
        </span>
      </span>
    </li>
  );
}

function summaryOf(checks: readonly EndpointCheck[]): string {
  const works = checks.filter(({ outcome }) => outcome === 'works').length;
  const reasons = checks.some(({ id, outcome }) => id === 'answers' && outcome === 'works');
  return reasons
    ? `Tested: ${works} of ${checks.length} work. A case can be reasoned about with it.`
    : 'Tested: it cannot be used as it is; the lines below say why.';
}
