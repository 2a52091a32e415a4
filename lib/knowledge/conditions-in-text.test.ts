import { describe, expect, it } from 'vitest';
import { CONDITIONS } from './conditions';
import { conditionMeant, conditionsInText } from './conditions-in-text';

function named(text: string): readonly string[] {
  return conditionsInText(text).map(({ condition }) => condition.id);
}

describe('conditions in a text', () => {
  it('finds every condition by its own name, and by nothing but it', () => {
    for (const condition of CONDITIONS) {
      expect(conditionMeant(condition.name)?.id, condition.name).toBe(condition.id);
    }
  });

  it('finds them at their words, whatever the spelling', () => {
    const text = 'Hmm, could it be an esophageal rupture? Or Guillain–Barré, or PE?';
    expect(
      conditionsInText(text).map(({ condition, start, end }) => [
        condition.id,
        text.slice(start, end),
      ]),
    ).toEqual([
      ['boerhaave-syndrome', 'esophageal rupture'],
      ['guillain-barre-syndrome', 'Guillain–Barré'],
      ['pulmonary-embolism', 'PE'],
    ]);
  });

  it('takes a group for each condition in it, and the longest name at a place', () => {
    expect(named('an acute coronary syndrome')).toEqual([
      'acute-myocardial-infarction',
      'unstable-angina',
    ]);
    expect(named('unstable angina')).toEqual(['unstable-angina']);
  });

  it('tells abbreviations from words and units', () => {
    expect(named('5 mg of it, a cap, and pe')).toEqual([]);
    expect(named('MI or AF')).toEqual(['acute-myocardial-infarction', 'atrial-fibrillation']);
  });

  it('does not guess when a name stands for two', () => {
    expect(conditionMeant('Pneumonia or bronchitis')).toBeUndefined();
    expect(conditionMeant('Rheumatic fever')).toBeUndefined();
  });
});
