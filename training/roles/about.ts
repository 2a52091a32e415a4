import {
  type AboutFeature,
  aboutFeatures,
  findingsNamed,
  plainForCues,
} from '@/lib/audit/statements/about-features';
import { patientLogOdds } from '@/lib/audit/statements/standing';
import { ALWAYS } from '@/lib/trace/sentence-roles';
import type { Role } from '@/lib/trace/trace';
import { partsOf } from './parts';
import { fitRegression } from './regression';
import type { Sentence } from './sentences';

/**
 * What each feature of `aboutFeatures` was worth before anything was learned, set by hand from some of the same sentences;
 * features that are not listed begin at nought.
 */
const PRIOR: Readonly<Record<string, number>> = {
  [ALWAYS]: -1.1,
  'finding named': 0.7,
  'short list of findings': 1.2,
  'in general, of nobody': -1,
  'points at nothing': -0.8,
  'cue names the patient': 2.2,
  'cue speaks in general': -0.4,
  'cue says what something does': -0.9,
  'cue tells what happened': 1.2,
  'cue fits or points': 1,
  'cue this case': 0.6,
  'cue these symptoms': 0.6,
  'cue what was given': 1.3,
  'cue judges a result': 0.7,
  'cue settles on something': 1.2,
  'cue sets out to think': -1.8,
  'cue the findings': 0.5,
  'cue measured value': 0.9,
  'cue digit': 0.4,
  'cue there is': 0.6,
  'cue on examination': 1.5,
  'cue theirs': 0.4,
  'cue goes on': 0.7,
  'cue right here': 0.3,
  'cue something known': 0.6,
  'cue takes all together': 0.4,
  'cue you or one': -0.7,
  'cue advises': -0.7,
  'cue supposes': -0.3,
  'cue on a condition': -0.8,
  'cue asks': -0.8,
  'cue remarks on something': -2,
  'cue opens the talk': -0.6,
  'role problem representation': 1,
  'role finding': 1.2,
  'role hypothesis': 0.2,
  'role evidence for': 0.8,
  'role evidence against': 0.8,
  'role test interpretation': 1.1,
  'role knowledge': -1.1,
  'role plan': -0.8,
  'role safety check': -0.5,
  'role self-correction': -0.9,
  'role conclusion': 0.7,
};
/** How much a sentence counts, by whose reading it is. */
const WEIGHTS: Readonly<Record<Sentence['kind'], number>> = {
  measured: 1,
  real: 0.7,
  written: 0.3,
};
/** How strongly the weights are held to `PRIOR`. */
const PENALTY = 20;
const ITERATIONS = 150;
/** A word has to be in this many traces beside those of the measure, so that no single case teaches it. */
const TRACES_OF_A_WORD = 10;
/** What a word counts beside a cue while weights are learned. */
const WORD_VALUE = 0.7;
const PARTS = 5;

/** The role that each sentence was read to have by weights learned without its trace. */
export type RolesRead = ReadonlyMap<Sentence, Role>;

/** A sentence of which a reader said whether it speaks of the patient, as the audit sees it. */
export interface AboutSentence {
  readonly trace: string;
  readonly kind: Sentence['kind'];
  readonly features: readonly AboutFeature[];
  readonly about: boolean;
}

/** The sentences of which a reader said whom they speak of; their roles are those that were read, errors included. */
export function observeAbout(rolesRead: RolesRead): readonly AboutSentence[] {
  const tracesOf = new Map<string, Set<string>>();
  const seen = [...rolesRead].flatMap(([{ trace, kind, text, about }, role]) => {
    if (about === undefined) return [];
    const features = aboutFeatures(plainForCues(text), findingsNamed(text), role);
    for (const [name] of kind === 'measured' ? [] : features) {
      tracesOf.set(name, (tracesOf.get(name) ?? new Set()).add(trace));
    }
    return [{ trace, kind, features, about }];
  });
  const isKnown = ([name]: AboutFeature) =>
    !name.startsWith('word ') || (tracesOf.get(name)?.size ?? 0) >= TRACES_OF_A_WORD;
  return seen.map((sentence) => ({ ...sentence, features: sentence.features.filter(isKnown) }));
}

function valueWhileLearned(name: string): number {
  return name.startsWith('word ') ? WORD_VALUE : 1;
}

/** The weight of each feature, to three places. */
export function learnAbout(sentences: readonly AboutSentence[]): ReadonlyMap<string, number> {
  const found = new Set(sentences.flatMap(({ features }) => features.map(([name]) => name)));
  const names = [ALWAYS, ...[...found].filter((name) => name !== ALWAYS).sort()];
  const indexOf = new Map(names.map((name, index) => [name, index]));
  const prior = Float64Array.from(
    names.flatMap((name) => [-(PRIOR[name] ?? 0) / 2, (PRIOR[name] ?? 0) / 2]),
  );
  const observations = sentences.map(({ kind, features, about }) => ({
    features: features.map(([name]) => indexOf.get(name) ?? 0),
    values: features.map(([name, value]) => value * valueWhileLearned(name)),
    target: about ? 1 : 0,
    weight: WEIGHTS[kind],
  }));
  const fitted = fitRegression(observations, {
    features: names.length,
    classes: 2,
    penalty: PENALTY,
    iterations: ITERATIONS,
    start: prior,
    prior,
  });
  return new Map(
    names.map((name, index) => {
      const weight = (fitted[2 * index + 1] ?? 0) - (fitted[2 * index] ?? 0);
      return [name, Number((weight * valueWhileLearned(name)).toFixed(3))];
    }),
  );
}

/** How many sentences of `tested` are told rightly by weights learned from the others. */
function rightUnseen(
  sentences: readonly AboutSentence[],
  parts: readonly ReadonlySet<string>[],
): number {
  return parts.reduce((right, part) => {
    const weights = learnAbout(sentences.filter(({ trace }) => !part.has(trace)));
    const tested = sentences.filter(({ trace }) => part.has(trace));
    const told = tested.filter(
      ({ features, about }) => patientLogOdds(features, weights) > 0 === about,
    );
    return right + told.length;
  }, 0);
}

/** How often patient or not is told rightly, of measured traces left out by themselves, of others in parts. */
export function reportAbout(sentences: readonly AboutSentence[]): string {
  const kinds: readonly Sentence['kind'][] = ['measured', 'real', 'written'];
  return kinds
    .map((kind) => {
      const tested = sentences.filter((one) => one.kind === kind);
      const parts = partsOf(tested, kind === 'measured' ? Number.POSITIVE_INFINITY : PARTS);
      const right = rightUnseen(sentences, parts) / tested.length;
      return `about the patient or not, ${kind}: right ${right.toFixed(3)} of ${tested.length}`;
    })
    .join('\n');
}
