/** The name of the model that comes with Rationale, as the manifest of a run gives it. */
export const EMBEDDED_ID = 'rationale-embedded';
