import type { Licence } from '../entry';

export const APACHE: Licence = {
  id: 'Apache-2.0',
  url: 'https://www.apache.org/licenses/LICENSE-2.0',
  needsConsent: false,
};

export const MIT: Licence = {
  id: 'MIT',
  url: 'https://opensource.org/license/mit',
  needsConsent: false,
};

/** Conditions of use that go beyond attribution, among them a policy of prohibited uses. */
export const GEMMA: Licence = {
  id: 'LicenseRef-Gemma',
  url: 'https://ai.google.dev/gemma/terms',
  needsConsent: true,
};

/** Forbids clinical use without the authorisation that the jurisdiction asks for. */
export const HEALTH_AI_FOUNDATIONS: Licence = {
  id: 'LicenseRef-HAI-DEF',
  url: 'https://developers.google.com/health-ai-developer-foundations/terms',
  needsConsent: true,
};

/** Free below a yearly revenue that the licence names. */
export const LIQUID: Licence = {
  id: 'LicenseRef-LFM-1.0',
  url: 'https://huggingface.co/LiquidAI/LFM2.5-350M-ONNX/blob/main/LICENSE',
  needsConsent: true,
};

export const LLAMA: Licence = {
  id: 'LicenseRef-Llama-3.2',
  url: 'https://www.llama.com/llama3_2/license/',
  needsConsent: true,
};
