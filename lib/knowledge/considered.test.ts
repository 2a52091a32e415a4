import { describe, expect, it } from 'vitest';
import { conditionNamed } from './conditions';
import { consideredConditions } from './considered';
import { consideredFeatures } from './considered-features';
import { CONCEPTS } from './vocabulary';

const present = (...labels: readonly string[]) =>
  labels.map((label) => {
    const concept = CONCEPTS.find((candidate) => candidate.label === label);
    if (concept === undefined) throw new Error(`no finding "${label}"`);
    return { concept: concept.id, polarity: 'present' as const };
  });

describe('consideredConditions', () => {
  it('lists what chest pain makes one think of, and not what it does not', () => {
    const findings = present('pain', 'significant shortness of breath', 'increased sweating');
    const named = consideredConditions({ findings, ageYears: 60, sex: 'male' }).map(
      ({ name }) => name,
    );
    expect(named).toContain(conditionNamed('Unstable angina')?.name);
    expect(named).not.toContain(conditionNamed('Otitis media')?.name);
  });

  it('names two at least, also where nothing was told', () => {
    expect(consideredConditions({ findings: [] }).length).toBeGreaterThanOrEqual(2);
    expect(
      consideredConditions({ findings: present('pain'), ageYears: 90, sex: 'male' }).length,
    ).toBeGreaterThanOrEqual(2);
  });

  it('takes no account of what is denied', () => {
    const findings = present('fever');
    const denied = present('cough').map(({ concept }) => ({
      concept,
      polarity: 'absent' as const,
    }));
    expect(consideredConditions({ findings: [...findings, ...denied] })).toEqual(
      consideredConditions({ findings }),
    );
  });

  it('leaves out what is not known of the person', () => {
    expect(consideredFeatures({ findings: [] })).toEqual(['everyone']);
    expect(consideredFeatures({ findings: [], ageYears: 0.5, sex: 'female' })).toEqual([
      'everyone',
      'age-band-0',
      'female',
    ]);
  });
});
