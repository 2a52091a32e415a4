import { type CardForm, field, measured } from './card';
import { CARD_RECORD } from './figures';
import {
  ABSTENTION,
  DEVELOPER,
  FAIRNESS_APPROACH,
  FUNDING,
  HOW_MEASURED,
  INTENDED_USE,
  MODEL_TYPE,
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

const { model } = CARD_RECORD;

/** The applied model card of the Coalition for Health AI, filled for the embedded model. */
export const APPLIED_CARD: CardForm = {
  id: 'chai',
  title: 'CHAI: applied model card',
  source:
    'Fields of the schema version 0.2 of coalition-for-health-ai/mc-schema (v0.2/schema.xsd).',
  groups: [
    {
      title: 'Basic information',
      fields: [
        field('ModelName', 'Name', 'Rationale embedded'),
        field('ModelDeveloper', 'Developer', 'The Rationale authors'),
        field('DeveloperContact', 'Contact', DEVELOPER),
      ],
    },
    {
      title: 'Release',
      fields: [
        field('ReleaseStage', 'Stage', 'Demonstration; not released for clinical use.'),
        field('ReleaseDate', 'Date', model.released),
        field('ReleaseVersion', 'Version', `Revision ${model.revision} of the weights.`),
        field(
          'GlobalAvailability',
          'Availability',
          'Wherever the software is installed; it needs no network. Apache-2.0.',
        ),
        field('EHRCompatibility', 'Compatibility with records', 'None is claimed.'),
        field('RegulatoryApproval', 'Regulatory approval', 'None, and none is sought.'),
      ],
    },
    {
      title: 'Summary',
      fields: [
        field(
          'Summary',
          'Summary',
          'A small language model that ships with Rationale, so that the page reasons without a network. It knows the 49 conditions of DDXPlus and nothing else.',
          OUTPUT,
        ),
        field(
          'Keywords',
          'Keywords',
          'clinical reasoning, differential diagnosis, education, in-browser inference, synthetic data',
        ),
      ],
    },
    {
      title: 'Uses and directions',
      fields: [
        field('IntendedUseAndWorkflow', 'Intended use and workflow', INTENDED_USE),
        field('PrimaryIntendedUsers', 'Primary users', USERS),
        field(
          'HowToUse',
          'How to use it',
          'Write or choose a case, look at what share of it is read, press Reason, and compare each step with the sentences and verdicts beside it. For a real case choose another model.',
        ),
        field('TargetedPatientPopulation', 'Patients', POPULATION),
        field('CautionedOutOfScopeSettings', 'Cautioned out-of-scope settings', ...OUT_OF_SCOPE),
      ],
    },
    {
      title: 'Warnings',
      fields: [
        field('KnownRisksAndLimitations', 'Known risks and limits', ...RISKS),
        field(
          'KnownBiasesOrEthicalConsiderations',
          'Known biases and ethical considerations',
          REPRESENTATIVENESS,
          NO_FAIRNESS_FIGURES,
        ),
        field(
          'ClinicalRiskLevel',
          'Clinical risk',
          'High if it were used for patients, since it names diagnoses and is often wrong; therefore it must not be.',
        ),
      ],
    },
    {
      title: 'Facts about the system',
      fields: [
        field('OutcomesAndOutputs', 'Outcomes and outputs', OUTPUT, ABSTENTION),
        field('ModelType', 'Type of model', MODEL_TYPE),
        field('FoundationModels', 'Foundation models', 'None.'),
        field(
          'InputDataSource',
          'Source of input',
          'The text that a person writes or pastes, of which findings, age and sex are read by rule.',
        ),
        field('OutputAndInputDataTypes', 'Types of data', 'Text in, text out.'),
        field('DevelopmentDataCharacterization', 'Development data', ...TRAINING),
        field('BiasMitigationApproaches', 'Mitigation of bias', FAIRNESS_APPROACH),
        field('OngoingMaintenance', 'Maintenance', UPDATES, NO_MONITORING),
        field(
          'Security',
          'Security',
          'It runs on the device and sends nothing. Every file is checked against its SHA-256 before use, and known answers are recomputed after loading.',
        ),
        field(
          'Transparency',
          'Transparency',
          'Weights, training code, and every token with its probability are open to inspection; each run records which files ran.',
        ),
      ],
    },
    {
      title: 'Transparency',
      fields: [
        field('FundingSource', 'Funding', FUNDING),
        field(
          'ThirdPartyInformation',
          'Third parties',
          'DDXPlus: Fansi Tchango et al., NeurIPS 2022 Datasets and Benchmarks Track, CC BY 4.0 (NOTICE).',
        ),
        field(
          'StakeholdersConsulted',
          'Who was consulted',
          'Nobody outside the developer: neither clinicians nor patients.',
        ),
      ],
    },
    {
      title: 'Key metrics',
      fields: [
        measured(
          'UsefulnessUsabilityEfficacy',
          'Usefulness, usability, efficacy',
          'Goal: to name the right condition, or none where none can be named.',
          HOW_MEASURED,
          'The figures on DDXPlus say how well it does on patients of the kind it was trained on; those on notes written by hand are nearer to what a person would try. Its use by people was not studied.',
        ),
        field('FairnessEquity', 'Fairness and equity', 'Goal: none was set.', NO_FAIRNESS_FIGURES),
        field(
          'SafetyReliability',
          'Safety and reliability',
          'Goal: a valid form, an answer among those on offer, a stated confidence that can be believed, and no diagnosis where none can be given.',
          'The figures above on form, options, calibration and abstention say how far it is reached.',
        ),
      ],
    },
    {
      title: 'Resources',
      fields: [
        field('EvaluationReferences', 'Evaluations', 'docs/embedded-model.md'),
        field('ClinicalTrial', 'Clinical trial', 'None.'),
        field('PeerReviewedPublications', 'Peer-reviewed publications', 'None.'),
        field('ReimbursementStatus', 'Reimbursement', 'Does not apply.'),
        field(
          'PatientConsentOrDisclosure',
          'Consent and disclosure',
          'Does not apply: it is not for patients, and no data of a real patient was used.',
        ),
        field(
          'Bibliography',
          'Bibliography',
          'DDXPlus: A New Dataset For Automatic Medical Diagnosis, NeurIPS 2022 Datasets and Benchmarks Track. Gazal-R1, arXiv 2506.21594. OctoThinker, arXiv 2506.20512.',
        ),
      ],
    },
  ],
};
