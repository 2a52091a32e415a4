/**
 * Words whose relation no rule of inflection reaches: irregular verbs and plurals, and derived words that change their stem.
 * The first of each line is the form that the others are read as.
 */
const IRREGULAR_FORMS = `
  be is are was were been being am
  have has had having
  do does did done
  eat ate eaten
  begin began begun
  bite bit bitten biting
  bleed bled
  blow blew blown
  birth born
  break broke broken
  breath breathe breathed breathes breathing
  bring brought
  bruise bruising bruised
  come came coming
  catch caught
  child children
  cough coughing
  diagnosis diagnoses diagnose diagnosed diagnosing
  die died dies dying death
  drink drank drunk drinker
  drive drove driven
  ease easing eased
  farm farmer
  feed fed
  fall fell fallen
  feel felt
  find found
  foot feet
  give gave given giving
  go gone went goes going
  get got gotten getting
  grow grew grown
  hold held
  hurt hurting
  keep kept
  know knew known
  lie lay lain laid lying lies
  live lives lived living
  lose lost losing loss losses
  make made making
  man men
  meet met
  mine miner mining
  move moved moving movement
  run ran
  rise rose risen rising
  say said
  sit sat
  see saw seen
  send sent
  shake shook shaken shaky
  sleep slept asleep
  smoke smoker
  speak spoke spoken speech
  spit spat
  stand stood
  strike struck
  stick stuck
  swell swollen swelled swelling
  sweep swept
  take took taken taking
  tooth teeth
  think thought
  throw threw thrown
  tell told
  tire tired tiring tiredness
  use using used user
  wake woke woken awoke waking
  weak weaker weaken
  weigh weight
  wear wore worn
  wipe wiping wiped
  woman women
  worse worst worsen worsening worsened
  write wrote written
  work worker
  build builder built
  ache aching
  admit admission
  abdomen abdominal abdo
  anxious anxiety anxiousness
  asthma asthmatic
  breast breasted
  distend distension distention
  bloat bloated bloating
  itch itchy itching itchiness
  metastasis metastases metastatic mets
  nausea nauseous nauseated nauseating
  obese obesity
  pain painful
  pale pallor paler
  paralysis paralyzed paralyse
  pruritus pruritic
  red redness reddened reddening
  sex sexual
  smell smelling
  surgery surgical
  swallow swallowing
  testis testes
  travel travelled travelling traveled traveling
  vertebra vertebrae
  positive +ve
  negative -ve
  intensity
  palpable palpated palpate
  compliance compliant
  complication complicated
  imaging
  lactate
  secondary secondaries
  family familial
  face facial
  nose nasal nostril
  fever febrile feverish feverishness
  headache
  allergy allergic allergen
  constipation constipated
  hospital hospitalize hospitalise hospitalized hospitalised hospitalization hospitalisation
  inhale inhalation
  exhale exhalation
  thorax thoracic
  vagina vaginal
  rectum rectal
  anus anal perianal
  scrotum scrotal
  pelvis pelvic
  tonsil tonsillar
  muscle muscular musculature
  mouth oral buccal
  eye ocular orbital periorbital eyeball
  tongue lingual
  neck cervical nuchal
  heart cardiac
  kidney renal
  liver hepatic
  lung pulmonary
  skin cutaneous dermal
  mother maternal mum mom mummy
  father paternal dad
  night nocturnal overnight nighttime nightly
  menses menstrual menstruation menstruating menstruate
  bone bony
  spine spinal
  vomit vomitus vomiting
  protein proteinuria
  strong strength
  deep deepen depth
  long length
  strain straining
  severe severely severity
  several
  scare scares scared scaring scary
  scar scars scarred scarring
  nerve nerves
  nervous nervously nervousness
  extremity extremities
  saturation saturations sats
  bearable
  frontal
  insidious insidiously
  clubbing clubbed
  worrying worryingly
  tolerable tolerably
`;

const BASES = new Map<string, string>();
for (const line of IRREGULAR_FORMS.trim().split('\n')) {
  const [base = '', ...forms] = line.trim().split(' ');
  for (const form of [base, ...forms]) BASES.set(form, base);
}

/** The form that a word in lower case is read as where a rule of inflection would not reach it; undefined for all others. */
export function irregularBase(word: string): string | undefined {
  return BASES.get(word);
}
