import { describeMachine } from '@/bench/machine';
import { modelRevision } from '@/bench/model-revision';
import { reportText } from '@/bench/print-report';
import type { Report, SectionReport } from '@/bench/report';
import type { Section, SectionRun } from '@/bench/section';
import { SECTIONS } from '@/bench/sections';
import { numberOption, readArguments, refusePositionals } from '@/cli/arguments';
import { badInput, type CommandIo, type ExitCode } from '@/cli/command';
import { version } from '@/package.json';

const NAMES = SECTIONS.map(({ name }) => name).join(', ');

const USAGE = `bench [--only NAME,...] [--rounds N] [--json]

Measures how fast Rationale is and how much it loads, on this machine.
--only      some of: ${NAMES}
--rounds    how often everything is measured; each section has its own number unless told
--json      one JSON document instead of tables`;

const MOST_ROUNDS = 1000;

/**
 * `bench`: measures and reports. A figure that misses its target, or a section that cannot be measured, is reported and
 * does not fail the command.
 */
export async function benchmark(args: readonly string[], io: CommandIo): Promise<ExitCode> {
  const { values, positionals } = readArguments(
    args,
    {
      only: { type: 'string' },
      rounds: { type: 'string' },
      json: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
    USAGE,
  );
  if (values.help) {
    io.print(USAGE);
    return 0;
  }
  refusePositionals(positionals, USAGE);
  const rounds = numberOption(values.rounds, 'rounds', { min: 1, max: MOST_ROUNDS, whole: true });
  const chosen = chosenSections(values.only);
  const about = {
    application: version,
    at: new Date().toISOString(),
    machine: describeMachine(),
    model: modelRevision(),
  };
  const sections: SectionReport[] = [];
  for (const section of chosen) {
    if (io.signal.aborted) break;
    io.progress(`${section.name}: ${section.title}`);
    const run: SectionRun = {
      rounds: rounds ?? section.rounds,
      progress: (line) => io.progress(`  ${line}`),
      signal: io.signal,
    };
    sections.push(await reportOn(section, run));
  }
  const report: Report = { ...about, sections };
  io.print(values.json ? JSON.stringify(report, null, 2) : reportText(report));
  return 0;
}

async function reportOn(section: Section, run: SectionRun): Promise<SectionReport> {
  const { name, title } = section;
  try {
    return { name, title, status: 'measured', ...(await section.measure(run)) };
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    const reason = said.split('\n')[0] ?? said;
    run.progress(`failed: ${reason}`);
    return { name, title, status: 'failed', reason };
  }
}

/** Throws `FaultError` for a name that no section has. */
function chosenSections(only: string | undefined): readonly Section[] {
  if (only === undefined) return SECTIONS;
  const asked = only.split(',').map((name) => name.trim());
  const unknown = asked.find((name) => !SECTIONS.some((section) => section.name === name));
  if (unknown !== undefined) {
    throw badInput(`There is no section called "${unknown}".`, `Choose from: ${NAMES}.`);
  }
  return SECTIONS.filter(({ name }) => asked.includes(name));
}
