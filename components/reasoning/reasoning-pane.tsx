'use client';

import dynamic from 'next/dynamic';
import { type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { useRevealLit } from '@/components/pointing/use-pointing';
import { Idle } from '@/components/reasoning/idle';
import { RawText } from '@/components/reasoning/raw-text';
import { RunFigures, RunMeter } from '@/components/reasoning/run-meter';
import { isNothingSaid, type RunState, type Said } from '@/components/reasoning/run-state';
import { Steps } from '@/components/reasoning/steps';
import { Button } from '@/components/ui/button';
import { FaultNotice, Hint } from '@/components/ui/notice';
import { Pane } from '@/components/ui/pane';
import { PlainText } from '@/components/ui/plain-text';
import type { CaseReading } from '@/lib/case/case';

// First needed when a run says something: the first visit does not wait for it.
const MetersRow = dynamic(() =>
  import('@/components/reasoning/meters-row').then((module) => module.MetersRow),
);

/** The reasoning as it comes: steps, or the raw text that they were read from. */
export function ReasoningPane({
  run,
  raw,
  waitingFor,
  onRaw,
  onStop,
  onContinue,
}: {
  run: RunState;
  raw: boolean;
  /** What the run waits for, in words. */
  waitingFor: string;
  onRaw: () => void;
  onStop: () => void;
  onContinue: () => void;
}) {
  const meters = 'said' in run ? run.said.meters : [];
  const body = useRef<HTMLDivElement>(null);
  const content = useRef<HTMLDivElement>(null);
  const running = run.phase === 'running';
  useRevealLit(body, 'reasoning');
  useStickToEnd(body, content, running);

  return (
    <Pane
      id="reasoning"
      title="Reasoning"
      bodyRef={body}
      note={<RunNote run={run} />}
      footer={meters.length === 0 ? undefined : <MetersRow meters={meters} />}
      actions={
        <>
          {run.phase === 'none' || run.phase === 'waiting' ? null : (
            <Button
              shortcut="R"
              title={raw ? 'Steps' : 'Raw text, token by token'}
              aria-pressed={raw}
              className="aria-pressed:bg-sunken aria-pressed:text-ink"
              onClick={onRaw}
            >
              Raw text
            </Button>
          )}
          {running || run.phase === 'waiting' ? (
            <Button
              icon="stop"
              emphasis="outlined"
              shortcut="Escape"
              title="Stop"
              className="split:hidden"
              onClick={onStop}
            >
              Stop
            </Button>
          ) : null}
        </>
      }
    >
      <div ref={content}>
        <Body run={run} raw={raw} waitingFor={waitingFor} onContinue={onContinue} />
      </div>
    </Pane>
  );
}

function RunNote({ run }: { run: RunState }): ReactNode {
  if (run.phase === 'running') {
    const { said, startedAt } = run;
    return (
      <RunMeter
        tokens={said.tokens.length}
        decodeMilliseconds={said.decode}
        startedAt={startedAt}
      />
    );
  }
  if (run.phase === 'ended') {
    const { said, milliseconds } = run;
    return (
      <RunFigures
        tokens={said.tokens.length}
        decodeMilliseconds={said.decode}
        milliseconds={milliseconds ?? said.decode}
      />
    );
  }
  return null;
}

function Body({
  run,
  raw,
  waitingFor,
  onContinue,
}: {
  run: RunState;
  raw: boolean;
  waitingFor: string;
  onContinue: () => void;
}) {
  switch (run.phase) {
    case 'none':
      return <Idle />;
    case 'waiting':
      return (
        <p role="status" className="text-sm text-ink-2">
          The run begins as soon as the model is ready. {waitingFor}…
        </p>
      );
    case 'running':
      return isNothingSaid(run.said) ? (
        <p role="status" className="text-sm text-ink-2">
          {run.waiting === undefined ? (
            'The model reads the case…'
          ) : (
            <>
              Waiting for the server: <PlainText text={run.waiting} />
            </>
          )}
        </p>
      ) : (
        // In the same place as at the end of the run, so that focus in it outlasts that.
        <div className="grid grid-cols-1 gap-3">
          {null}
          <WhatWasSaid said={run.said} reading={run.reading} raw={raw} growing />
        </div>
      );
    case 'ended':
      return (
        <div className="grid grid-cols-1 gap-3">
          <Ending run={run} onContinue={onContinue} />
          <WhatWasSaid said={run.said} reading={run.reading} raw={raw} growing={false} />
        </div>
      );
    case 'broken':
      return (
        <div className="grid grid-cols-1 gap-3">
          <FaultNotice
            fault={run.fault}
            tone={run.fault.code === 'run-interrupted' ? 'warning' : 'failure'}
          />
          <WhatWasSaid said={run.said} reading={run.reading} raw={raw} growing={false} />
        </div>
      );
  }
}

/** Why a run ended before its own end, and how it can go on. */
function Ending({
  run: { explanation, said, further, notContinued },
  onContinue,
}: {
  run: Extract<RunState, { phase: 'ended' }>;
  onContinue: () => void;
}) {
  const { stop } = explanation.trace;
  if (stop === 'end') return null;
  const loop = explanation.meters.find(({ id }) => id === 'loop');
  return (
    <>
      {notContinued === undefined ? null : <FaultNotice fault={notContinued} tone="warning" />}
      <Hint
        action={
          further === undefined ? undefined : (
            <Button
              icon="run"
              emphasis="outlined"
              shortcut="C"
              title={`Continue thinking, up to ${further.budget} tokens in all`}
              onClick={onContinue}
            >
              Continue thinking
            </Button>
          )
        }
      >
        {STOPPED[stop]} {isNothingSaid(said) ? SAID_NOTHING : SAID[stop]}{' '}
        {stop === 'looped' ? loop?.detail : null}
      </Hint>
    </>
  );
}

const STOPPED = {
  stopped: 'You stopped this run.',
  looped: 'This run was stopped: the model said the same words again and again.',
  length: 'The model used up all the tokens it was given, so the end is missing.',
  failed: 'The engine failed in the middle of this run.',
} as const;

const SAID_NOTHING = 'The model had not said anything yet.';
const SAID_IS_KEPT = 'What it had said by then is kept.';
const SAID = {
  stopped: SAID_IS_KEPT,
  looped: SAID_IS_KEPT,
  length: null,
  failed: SAID_IS_KEPT,
} as const;

function WhatWasSaid({
  said,
  reading,
  raw,
  growing,
}: {
  said: Said;
  reading: CaseReading;
  raw: boolean;
  growing: boolean;
}) {
  if (isNothingSaid(said)) return <p className="text-xs text-ink-2">Nothing was said.</p>;
  if (raw) {
    const first = said.tokens[0]?.span.start ?? said.text.length;
    return <RawText prefill={said.text.slice(0, first)} tokens={said.tokens} growing={growing} />;
  }
  return <Steps said={said} reading={reading} />;
}

/** So near the end, in pixels, somebody who scrolls down has come back to it. */
const NEAR_END = 48;

/** Keeps the end of a body in view while a run goes on, unless the person scrolls up; scrolling back down goes on with it. */
function useStickToEnd(
  body: RefObject<HTMLDivElement | null>,
  content: RefObject<HTMLDivElement | null>,
  running: boolean,
) {
  useEffect(() => {
    const element = body.current;
    if (!running || element === null || content.current === null) return;
    let follows = true;
    let top = element.scrollTop;
    const follow = () => {
      if (!follows) return;
      element.scrollTop = element.scrollHeight;
      top = element.scrollTop;
    };
    const note = () => {
      const below = element.scrollHeight - element.scrollTop - element.clientHeight;
      // What has grown since only widens the distance to the end, and a content that shrinks leaves it at the end.
      if (element.scrollTop < top && below > 1) follows = false;
      else if (element.scrollTop > top && below < NEAR_END) follows = true;
      top = element.scrollTop;
    };
    const observer = new ResizeObserver(follow);
    observer.observe(element);
    observer.observe(content.current);
    element.addEventListener('scroll', note, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', note);
      // What its end added is drawn by now.
      follow();
    };
  }, [body, content, running]);
}
