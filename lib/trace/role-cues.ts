import type { Role } from '@/lib/trace/trace';

/**
 * Words in the title of a step by which its role is recognised, lower case; the first phrase in the title decides. A phrase
 * stands for itself and, at its end, for any continuation of the word (`hypothes` covers hypothesis and hypotheses).
 *
 * The roles follow the parts of a presented diagnosis that are taught (problem representation: Bowen, NEJM 2006;355:2217;
 * interpretive summary, differential, explanation, alternatives: the IDEA tool, Baker et al. 2015; must-not-miss and
 * diagnostic time-out: Ely et al., Acad Med 2011;86:307). The phrases are our own reading of how models word them.
 */
export interface TitleCues {
  readonly role: Role;
  readonly phrases: readonly string[];
}

export const TITLE_CUES: readonly TitleCues[] = [
  {
    role: 'problem representation',
    phrases: [
      'problem representation',
      'problem statement',
      'presenting',
      'summar',
      'case overview',
      'understand the case',
    ],
  },
  { role: 'evidence for', phrases: ['evidence for', 'support', 'findings for', 'arguments for'] },
  {
    role: 'evidence against',
    phrases: ['evidence against', 'findings against', 'arguments against', 'against', 'rule out'],
  },
  {
    role: 'safety check',
    phrases: [
      'safety',
      'red flag',
      'must not miss',
      'cannot miss',
      "can't miss",
      'urgen',
      'emergenc',
    ],
  },
  {
    role: 'self-correction',
    phrases: ['self-correction', 'reconsider', 'double-check', 'verif', 'reflect', 'revisit'],
  },
  {
    role: 'hypothesis',
    phrases: ['hypothes', 'differential', 'possibilit', 'consider', 'candidate', 'alternative'],
  },
  {
    role: 'test interpretation',
    phrases: [
      'interpret',
      'laborator',
      'lab ',
      'labs',
      'imaging',
      'ecg',
      'ekg',
      'investigation',
      'test result',
      'results',
    ],
  },
  {
    role: 'plan',
    phrases: [
      'plan',
      'next step',
      'management',
      'treatment',
      'workup',
      'work-up',
      'recommendation',
    ],
  },
  {
    role: 'conclusion',
    phrases: ['conclusion', 'conclude', 'final', 'diagnosis', 'answer', 'decision', 'assessment'],
  },
  {
    role: 'knowledge',
    phrases: ['knowledge', 'background', 'pathophysiolog', 'mechanism', 'recall', 'definition'],
  },
  {
    role: 'finding',
    phrases: ['finding', 'symptom', 'sign', 'history', 'examination', 'vital', 'evidence'],
  },
];

/** Labels of an answer under which the model gives its reasons: "**Reasoning**: …". */
const LABELS_OF_REASONS: ReadonlySet<string> = new Set([
  'reasoning',
  'rationale',
  'justification',
  'explanation',
  'why',
]);

/** Whether a label introduces reasons for the answer. */
export function introducesReasons(label: string): boolean {
  return LABELS_OF_REASONS.has(label.toLowerCase());
}
