import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CONCEPTS } from '@/lib/knowledge/vocabulary';
import { createRecogniser, recogniseFindings } from './recognise-findings';

/** "+fever" for present, "-fever" for absent, in text order. */
function read(text: string): string[] {
  return recogniseFindings(text).map(
    (finding) => `${finding.polarity === 'present' ? '+' : '-'}${finding.concept}`,
  );
}

/** Any UTF-16 code units, lone surrogates and control characters among them. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
  .map((units) => String.fromCharCode(...units));

describe('negation', () => {
  it.each([
    ['She denies fever, chills or cough.', ['-fever', '-chills', '-cough']],
    ['She is afebrile.', ['-fever']],
    ['She is not afebrile.', ['+fever']],
    ['Without fever or chills.', ['-fever', '-chills']],
    ['Negative for fever and chills.', ['-fever', '-chills']],
    ['She does not have fever, chills, or nausea.', ['-fever', '-chills', '-nausea']],
    ['She has neither fever nor chills.', ['-fever', '-chills']],
    ['No fever but has chills.', ['-fever', '+chills']],
    ['Denies fever, reports chills.', ['-fever', '+chills']],
    ['No fever; chills since yesterday.', ['-fever', '+chills']],
    ['Denies fever although chills were noted.', ['-fever', '+chills']],
    ['No fever and a runny nose.', ['-fever', '+nasal-congestion-rhinorrhoea']],
    ['Fever: no. Chills: absent.', ['-fever', '-chills']],
    ['She is seizure-free.', ['-seizure']],
    ['No change in the nausea.', ['+nausea']],
    ['Not only nausea but chills.', ['+nausea', '+chills']],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toEqual(expect.arrayContaining(expected));
    const opposite = expected.map((mark) => (mark.startsWith('+') ? '-' : '+') + mark.slice(1));
    expect(read(text).filter((mark) => opposite.includes(mark))).toEqual([]);
  });

  it('ends before what is present: "no rash but has pruritus"', () => {
    const found = read('No rash but has pruritus.');
    expect(found).toContain('-skin-lesions');
    expect(found.filter((mark) => mark.startsWith('+'))).not.toEqual([]);
  });
});

describe('whose finding it is', () => {
  it("does not take a relative's illness for the patient's", () => {
    expect(read('Her mother has asthma.')).toEqual(['+maternal-asthma']);
    expect(read('Her brother has diabetes.')).not.toContain('+diabetes');
    expect(read('Family history of diabetes.')).not.toContain('+diabetes');
  });

  it('takes what a relative reports for the patient’s', () => {
    expect(read('His mother says that he has fever.')).toContain('+fever');
  });

  it('does not take a condition for a fact', () => {
    expect(read('Return if fever develops.')).toEqual([]);
    expect(read('Admitted to rule out seizure.')).toEqual([]);
  });
});

describe('wordings', () => {
  it.each([
    ['She is breathless.', '+dyspnoea'],
    ['Shortness of breath.', '+dyspnoea'],
    ['Short of breath since Monday.', '+dyspnoea'],
    ['SOB.', '+dyspnoea'],
    ['Dyspnea on arrival.', '+dyspnoea'],
    ['She complains of diarrhea.', '+diarrhoea'],
    ['Coughing up blood.', '+haemoptysis'],
    ['Vomited blood twice.', '+haematemesis'],
    ['Never smoked.', '-cigarette-smoking'],
  ])('reads %j', (text, expected) => {
    expect(read(text)).toContain(expected);
  });

  it.each([
    'The chest was examined.',
    'His jaw and neck.',
    'The skin of the foot.',
    'His vital signs are stable.',
  ])('finds nothing in %j', (text) => {
    expect(read(text)).toEqual([]);
  });
});

describe('words that say less than a finding', () => {
  it.each([
    ['Breathless with a cough.', ['+dyspnoea', '+cough']],
    ['Cough, SOB.', ['+cough', '+dyspnoea']],
    ['No cough or breathlessness.', ['-cough', '-dyspnoea']],
  ])('leave both: %j', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });

  it.each([
    ['Drinks 40 units of alcohol a week', '-alcohol-excess'],
    ['Drinking well.', '-alcohol-excess'],
    ['Eating and drinking normally.', '-alcohol-excess'],
    ['Currently 12 weeks gestation.', '+failed-or-ectopic-pregnancy-on-scan'],
    ['Sexually active with one partner', '+sex-between-men'],
    ['Partner tested positive for TB.', '+sex-with-hiv-positive-partner'],
    ['The GP gave him amoxicillin and sent him home.', '+presenting-with-hypertension'],
    ['He started at a new school.', '+early-menarche'],
    ['Headache started at age 12.', '+poor-urinary-stream'],
    ['She lives alone and walks with a stick.', '+previous-stroke'],
    ['Peak flow 95% predicted.', '+airflow-obstruction'],
    ['Cap refill 2 secs, well perfused.', '+poor-perfusion'],
  ])('%j is not %s', (text, finding) => {
    expect(read(text)).not.toContain(finding);
  });
});

describe('the name of something measured', () => {
  it.each([
    ['Temp 36.8, HR 80.', 'fever'],
    ['Obs: temp 36.8 and sats 97%', 'fever'],
    ['Lipase 75 U/L.', 'raised-pancreatic-enzymes'],
    ['Lactic acid 1.4 mmol/L.', 'raised-lactate'],
    ['Serum calcium 9.3.', 'hypercalcaemia'],
    ['Alkaline phosphatase 63.', 'cholestatic-liver-tests'],
    ['hs-troponin 0.0066 ng/mL.', 'raised-troponin'],
    ['Leucocyte count 7.8.', 'leukocytosis'],
  ])('leaves it to the value: %j', (text, concept) => {
    expect(read(text)).toContain(`-${concept}`);
    expect(read(text)).not.toContain(`+${concept}`);
  });

  it.each([
    ['White blood cell count 7.8.', '+subconjunctival-haemorrhage'],
    ['C-reactive protein 5.', '+proteinuria'],
    ['Chest pain, pulse 80.', '+pulse'],
    ['Temp 37.7.', '+fever'],
  ])('is no other finding: %j', (text, finding) => {
    expect(read(text)).not.toContain(finding);
  });

  it.each(['High temp.', 'He has a temp.', 'Temp of 38.5.', 'A temp for 3 days.', 'Fever 39.1.'])(
    'is still a finding without a normal value: %j',
    (text) => {
      expect(read(text)).toContain('+fever');
    },
  );
});

describe('sites', () => {
  it('belong to what the sentence speaks of', () => {
    expect(read('Pain in the lower chest radiating to the jaw.')).toEqual(
      expect.arrayContaining(['+pain-site/lower-chest', '+radiation-site/jaw']),
    );
    expect(read('There is a rash on the forearm.')).toContain('+rash-site/forearm');
    expect(read('Ankle swelling.')).toContain('+swelling-site/ankle');
  });

  it('are carried into the next sentence only while it goes on about the pain', () => {
    expect(read('She has pain. It is worst in the thigh.')).toContain('+pain-site/thigh');
    expect(read('She has pain. The thigh was shaved.')).not.toContain('+pain-site/thigh');
  });
});

describe('any text', () => {
  const phrase = fc.constantFrom(
    ...CONCEPTS.flatMap((concept) => [...concept.nouns, ...concept.absent]),
  );
  const text = fc
    .array(
      fc.oneof(
        phrase,
        fc.constantFrom(
          'no',
          'denies',
          ',',
          '.',
          'and',
          'but',
          '\r\n',
          'é🙂',
          '38.9 °C',
          'her mother has',
        ),
      ),
      {
        maxLength: 20,
      },
    )
    .map((parts) => parts.join(' '));

  it('gives findings in order, at non-empty spans inside it, the same each time', () => {
    fc.assert(
      fc.property(fc.oneof(text, anyText), (given) => {
        const findings = recogniseFindings(given);
        expect(recogniseFindings(given)).toEqual(findings);
        for (const { span } of findings) {
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(given.length);
          expect(given.slice(span.start, span.end).trim()).not.toBe('');
        }
      }),
      { numRuns: 60 },
    );
  });

  it('reads a part of a text as it reads that part alone', () => {
    fc.assert(
      fc.property(text, (given) => {
        const prefix = 'Seen by Dr. Smith. ';
        const inside = recogniseFindings(prefix + given, {
          start: prefix.length,
          end: prefix.length + given.length,
        });
        const alone = recogniseFindings(given);
        expect(inside.map((finding) => finding.span.start - prefix.length)).toEqual(
          alone.map((finding) => finding.span.start),
        );
      }),
      { numRuns: 40 },
    );
  });
});

describe('generalisation', () => {
  /** Every eighth phrase of each concept is taken out of the index and then looked for. */
  const FOLD = 8;
  const kept = (phrases: readonly string[]) => phrases.filter((_, index) => index % FOLD !== 0);
  const held = (phrases: readonly string[]) => phrases.filter((_, index) => index % FOLD === 0);
  const stated = CONCEPTS.filter((concept) => concept.within === undefined);
  const reduced = createRecogniser(
    CONCEPTS.map((concept) => ({
      ...concept,
      nouns: kept(concept.nouns),
      verbs: kept(concept.verbs),
      absent: kept(concept.absent),
    })),
  );

  it('recognises most wordings that were taken out of the vocabulary', () => {
    const cases = stated.flatMap((concept) =>
      held(concept.nouns).map((noun) => ({ concept, text: `She reports ${noun}.` })),
    );
    const found = cases.filter(({ concept, text }) =>
      reduced
        .recogniseFindings(text)
        .some((finding) => finding.concept === concept.id && finding.polarity === 'present'),
    );
    expect(found.length / cases.length).toBeGreaterThan(0.6);
  });

  it('recognises every listed wording but for a few that only numbers tell apart', () => {
    const cases = stated.flatMap((concept) =>
      concept.verbs.map((verb) => ({ concept, text: `She ${verb}.` })),
    );
    const found = cases.filter(({ concept, text }) =>
      recogniseFindings(text).some((finding) => finding.concept === concept.id),
    );
    expect(found.length / cases.length).toBeGreaterThan(0.97);
  });
});
