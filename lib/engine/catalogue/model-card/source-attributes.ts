import { type CardForm, field, measured } from './card';
import {
  ABSTENTION,
  DEMOGRAPHICS_AS_INPUT,
  DEVELOPER,
  FAIRNESS_APPROACH,
  FUNDING,
  HOW_MEASURED,
  INTENDED_USE,
  NO_FAIRNESS_FIGURES,
  NO_MONITORING,
  OUT_OF_SCOPE,
  OUTPUT,
  POPULATION,
  REPRESENTATIVENESS,
  RISKS,
  TRAINING,
  UPDATES,
  USERS,
} from './statements';

const NO_EXTERNAL =
  'There has been no external validation: nobody but the developer has tested it.';

/** The 31 source attributes of predictive decision support interventions, answered for the embedded model. */
export const SOURCE_ATTRIBUTES: CardForm = {
  id: 'hti-1',
  title: 'HTI-1: 31 source attributes',
  source:
    '45 CFR 170.315(b)(11)(iv)(B), of the HTI-1 final rule; the titles are shortened. Given voluntarily: the software is not certified health IT.',
  groups: [
    {
      title: 'Details and output',
      fields: [
        field(1, 'Developer, with contact', DEVELOPER),
        field(2, 'Funding of the technical implementation', FUNDING),
        field(3, 'Value produced as output', OUTPUT, ABSTENTION),
        field(
          4,
          'Type of output',
          'Classification among 49 conditions, with an analysis of the findings in text. The next step is text learned with the condition and no recommendation for a patient.',
        ),
      ],
    },
    {
      title: 'Purpose',
      fields: [
        field(5, 'Intended use', INTENDED_USE),
        field(6, 'Intended patients', POPULATION),
        field(7, 'Intended users', USERS),
        field(
          8,
          'Role in decisions',
          'None. It neither informs, augments nor replaces clinical management.',
        ),
      ],
    },
    {
      title: 'Cautioned out-of-scope use',
      fields: [
        field(9, 'Tasks, situations and populations cautioned against', ...OUT_OF_SCOPE),
        field(10, 'Known risks, unsuitable settings and uses, limits', ...RISKS),
      ],
    },
    {
      title: 'Development and inputs',
      fields: [
        field(11, 'What training data include and exclude', ...TRAINING),
        field(12, 'Demographic and social variables used as inputs', DEMOGRAPHICS_AS_INPUT),
        field(13, 'Demographic representativeness', REPRESENTATIVENESS),
        field(
          14,
          'Relevance of training data to where it is used',
          'For teaching: 49 conditions with common complaints, many of them not to be missed. For a ward: little. Notes of real patients are longer, speak of other things, and were never seen in training.',
        ),
      ],
    },
    {
      title: 'Fairness in development',
      fields: [
        field(15, 'How a fair output is sought', FAIRNESS_APPROACH),
        field(
          16,
          'How bias is managed, reduced or eliminated',
          'It is not. DDXPlus and the wordings of one group of authors are taken as they are; bias in them is in the model.',
        ),
      ],
    },
    {
      title: 'External validation',
      fields: [
        field(17, 'Source and setting of external data', NO_EXTERNAL),
        field(18, 'Who tested', NO_EXTERNAL),
        field(
          19,
          'Demographic representativeness of external data',
          'Does not apply: none was used.',
        ),
        field(20, 'Process of external validation', 'Does not apply: there was none.'),
      ],
    },
    {
      title: 'Quantitative measures of performance',
      fields: [
        measured(21, 'Validity, tested by the developer', HOW_MEASURED),
        field(22, 'Fairness, tested by the developer', NO_FAIRNESS_FIGURES),
        field(23, 'Validity in external data', 'Not measured.'),
        field(24, 'Fairness in external data', 'Not measured.'),
        field(
          25,
          'Evaluations of outcomes',
          'None: it has not been used for patients and should not be.',
        ),
      ],
    },
    {
      title: 'Maintenance and monitoring',
      fields: [
        field(26, 'How validity is monitored, and how often', NO_MONITORING),
        field(27, 'Validity in local data', 'Not known to the developer.'),
        field(28, 'How fairness is monitored, and how often', NO_MONITORING),
        field(29, 'Fairness in local data', 'Not known to the developer.'),
      ],
    },
    {
      title: 'Updates',
      fields: [
        field(30, 'How and how often it is updated', UPDATES),
        field(
          31,
          'How often it is corrected where risks to validity or fairness are found',
          'At no fixed interval: with the next weights.',
        ),
      ],
    },
  ],
};
