import { isNothingSaid, type RunState } from '@/components/reasoning/run-state';
import type { OpenLedger } from '@/components/runs/open-ledger';
import type { RunId } from '@/lib/ledger/record';
import type { Fault } from '@/lib/text/outcome';

/** A kept run as the page shows it; `undefined` where there is none. Throws what the ledger throws. */
export async function readKeptRun(ledger: OpenLedger, run: RunId): Promise<RunState | undefined> {
  const [content, pipeline] = await Promise.all([
    ledger.read(run),
    import('@/components/reasoning/run-pipeline'),
  ]);
  if (content === undefined) return undefined;
  const reading = pipeline.readKeptCase(content.case);
  if (content.status === 'finished') {
    const { explanation, trace } = content;
    const said = pipeline.saidInAll(explanation, trace);
    const further = trace === undefined ? undefined : pipeline.furtherRun(trace);
    return {
      phase: 'ended',
      reading,
      run,
      said,
      explanation,
      milliseconds: undefined,
      ...(further === undefined ? {} : { further }),
    };
  }
  const said = pipeline.saidInText(reading, content.text);
  const fault = isNothingSaid(said) ? INTERRUPTED_BEFORE_A_WORD : INTERRUPTED;
  return { phase: 'broken', reading, run, said, fault };
}

const INTERRUPTED: Fault = {
  code: 'run-interrupted',
  message: 'This run was interrupted before it finished: its page was closed.',
  remedy: 'What it had said is below. Press Reason to run the same case again.',
};

const INTERRUPTED_BEFORE_A_WORD: Fault = {
  code: 'run-interrupted',
  message:
    'This run was interrupted before it finished: its page was closed, or its model failed before the first word.',
  remedy: 'Press Reason to run the same case again.',
};
