import { describe, expect, it } from 'vitest';
import { weightOfFinding } from '@/lib/audit/omissions/finding-weight';
import { omissionsOf } from '@/lib/audit/omissions/omissions';
import { coverageOf } from '@/lib/audit/second-reading/coverage';
import { parseCase } from '@/lib/case/parse-case';
import { readCase } from '@/lib/case/read-case';
import { FaultError } from '@/lib/text/outcome';
import { readTrace } from '@/lib/trace/read-trace';

const EMBOLISM =
  'A 58-year-old woman has sudden shortness of breath and sharp chest pain that is worse on breathing in. She had surgery within the past month. Her left calf is swollen. She coughed up blood this morning. She has no fever. Oxygen saturation is 89%.';

function readingOf(text: string) {
  const parsed = parseCase({ text });
  if (!parsed.ok) throw new FaultError(parsed.fault);
  return readCase(parsed.value);
}

function omitted(
  caseText: string,
  traceText: string,
  usedLabels: readonly string[] = [],
  labelsAgainst: readonly string[] = [],
) {
  const reading = readingOf(caseText);
  const trace = readTrace(traceText);
  const unused = [...reading.findings.keys()].filter(
    (index) => !usedLabels.includes(reading.findings[index]?.label ?? ''),
  );
  const use = {
    findingsOfSteps: trace.steps.map(() => []),
    findingsAgainst: trace.differential.map(() =>
      [...reading.findings.keys()].filter((index) =>
        labelsAgainst.includes(reading.findings[index]?.label ?? ''),
      ),
    ),
    unused,
  };
  return omissionsOf(reading, trace, use, coverageOf(reading));
}

describe('dangerous conditions', () => {
  const dangerous = (trace: string) =>
    omitted(EMBOLISM, trace)
      .filter(({ kind }) => kind === 'cant-miss-not-mentioned')
      .map(({ label }) => label);

  it('are listed when the findings leave them possible and no step names them', () => {
    expect(dangerous('This could be a broken rib. The diagnosis is rib fracture.')).toContain(
      'Pulmonary embolism',
    );
  });

  it('are not listed when named by any alias or by their group', () => {
    expect(dangerous('PE must be excluded.')).not.toContain('Pulmonary embolism');
    expect(dangerous('I worry about VTE.')).not.toContain('Pulmonary embolism');
  });

  it('carry a source, and the findings that point to them', () => {
    const [first] = omitted(EMBOLISM, 'A broken rib.');
    expect(first?.source).toContain('DDXPlus');
    expect(first?.findings.length).toBeGreaterThan(0);
    expect(first?.case).toHaveLength(first?.findings.length ?? -1);
  });

  it('are not guessed at for a case outside the conditions', () => {
    const outside =
      'A 30-year-old man undergoes genetic counselling because his brother has haemophilia. Factor VIII activity is 3%. He asks about inheritance and carrier testing. He has a cough, a fever and chills.';
    expect(
      omitted(outside, 'It is X-linked.').filter(({ kind }) => kind !== 'finding-not-used'),
    ).toEqual([]);
  });
});

describe('findings against the answer', () => {
  it('are listed where no step takes them up', () => {
    const omissions = omitted(
      EMBOLISM,
      'Broken ribs hurt.\n\n**Primary Diagnosis**: Panic attack\n',
    );
    const against = omissions.filter(({ kind }) => kind === 'contradiction-not-addressed');
    expect(against.some(({ label }) => label.startsWith('haemoptysis'))).toBe(true);
    expect(omissions.filter(({ label }) => label === 'haemoptysis')).toEqual([]);
  });

  it('are not listed where the differential sets them against the answer', () => {
    const listed = (labelsAgainst: readonly string[]) =>
      omitted(
        EMBOLISM,
        'Broken ribs hurt.\n\n**Primary Diagnosis**: Panic attack\n\n**Differential**:\n1. Panic attack - against: [4]\n',
        [],
        labelsAgainst,
      )
        .filter(({ kind }) => kind === 'contradiction-not-addressed')
        .some(({ label }) => label.startsWith('haemoptysis'));
    expect(listed([])).toBe(true);
    expect(listed(['haemoptysis'])).toBe(false);
  });

  it('need an answer that is one of the conditions', () => {
    const omissions = omitted(
      EMBOLISM,
      'It may be it.\n\n**Primary Diagnosis**: Lemierre syndrome\n',
    );
    expect(omissions.some(({ kind }) => kind === 'contradiction-not-addressed')).toBe(false);
  });
});

describe('findings that were not used', () => {
  const unused = (trace: string, used: readonly string[] = []) =>
    omitted(EMBOLISM, trace, used)
      .filter(({ kind }) => kind === 'finding-not-used')
      .map(({ label }) => label);

  it('begin with abnormal values and end with negative findings', () => {
    const labels = unused('Nothing to say here.');
    expect(labels[0]).toContain('oxygen saturation');
    expect(labels.at(-1)).toBe('no fever');
  });

  it('leave out what a step has the words of, in any form', () => {
    expect(unused('His saturations of oxygen are poor.').join()).not.toContain('oxygen');
    expect(unused('Coughing up blood is a red flag.').join()).not.toContain('haemoptysis');
  });

  it('leave out what was linked', () => {
    expect(unused('Nothing to say.', ['no fever'])).not.toContain('no fever');
  });

  it('say nothing of a trace without steps', () => {
    expect(omitted(EMBOLISM, '')).toEqual([]);
  });
});

describe('the weight of a finding', () => {
  it('puts the value furthest outside its interval first', () => {
    const [low, lower] = readingOf('Hemoglobin is 11 g/dL. Hemoglobin is 5 g/dL.').findings.filter(
      ({ value }) => value !== undefined,
    );
    if (low === undefined || lower === undefined) throw new Error('not read');
    expect(weightOfFinding(lower).amount).toBeGreaterThan(weightOfFinding(low).amount);
    expect(weightOfFinding(low).source).toBeDefined();
  });
});
