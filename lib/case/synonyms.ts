/**
 * Groups of wordings that mean one thing in a patient's history, whatever the finding they stand in; a group on each line,
 * wordings apart by "|", the first of which names the group. Wordings of several words are matched word for word after
 * inflection is removed. Wordings of single findings belong in the vocabulary, not here.
 * Source: general clinical usage in British and American English.
 */
const GROUPS = `
  normal | normally | intact | preserved | unremarkable | healthy | easily | comfortably | comfortable | properly | with ease | good | well | within normal limits | unimpaired | full range | unaffected | undisturbed | as usual
  difficulty | difficult | trouble | struggle | hard to | hard | problem with | problem | unable | cannot | can't | could not | couldn't | inability | impossible | barely | incapable | not able
  impaired | reduced | reduction | decreased | diminished | decrease | lowered | less | poor | poorly | lose | loss of | lack of | limited | restricted | fail | low | lacking | disturbed | disturbance
  dyspnea | short of breath | shortness of breath | short of air | SOB | breathless | breathlessness | out of breath | breathing difficulty | difficulty breathing | difficulty in breathing | trouble breathing | hard to breathe | winded | catch breath | cannot catch breath | cannot catch the breath | can't catch breath | struggle to breathe | struggling for breath | gasping | gasping for breath | gasping for air | air hunger | respiratory distress | labored breathing | increased work of breathing | work of breathing | stop for breath
  pain | ache | hurt | sore | discomfort | agony | painful | twinge | pang
  abdomen | belly | tummy | stomach | gut
  vomit | throw up | emesis | be sick | bring up food | puke | retch | sick up
  stool | poo | bowel motion | bowel movement | motion | feces | faeces | poop
  urine | pee | wee
  fever | pyrexia | pyrexial | high temperature | raised temperature | elevated temperature | burn up | run a temperature | high temp | hot to touch | elevated body temperature
  swell | edema | puffy | puffiness
  rash | skin lesion | eruption | lesion | skin rash | exanthem | skin patch | patch of skin | skin eruption
  phlegm | sputum | expectoration | expectorate
  itch | pruritus
  numb | tingle | tingly | pins and needles | paresthesia | lose feeling | lose sensation | loss of sensation | loss of feeling | sensory loss | reduced sensation
  weak | lose power | loss of power | paresis | lose strength | loss of strength | low power | reduced power
  tired | fatigue | lethargy | lethargic | worn out | lack of energy | low energy | weary
  dizzy | lightheaded | light headed | giddy | giddiness | woozy | wooziness | vertigo
  nausea | feel sick | queasy | queasiness | sick to the stomach
  sweat | diaphoresis | diaphoretic | perspire | perspiration | clammy
  exertion | effort | exerting | physical activity | physical effort | exercising
  supine | lie down | lie flat | recumbent | lie back | flat on the back | recumbency
  postprandial | after eating | after meals | after a meal | after food | with food | after a heavy meal | after dinner | following meals
  night | nocturnal | overnight | night time | small hours
  worse | aggravate | exacerbate | exacerbation | increased by | heightened | intensify
  relief | relieve | ease | better | improve | settle | alleviate | improvement | lessen | lessened by
  recent | recently | lately | last week | last month | this month | week ago | past month | this week | past week | day ago | fortnight | last few week | preceding
  previous | prior | past | history of | PMH | PMHx | previously | hx | in the past | once had | past history
  relative | family | FHx | FH | family history | father | dad | brother | sister | sibling | parent | aunt | uncle | cousin | grandmother | grandfather | grandparent | kin | first degree relative | close relative | family member
  mother | mum | mom | mummy
  several | multiple | repeated | recurrent | many | frequent | repeatedly | two or more | numerous
  diarrhea | loose stool | watery stool | loose motion | watery bowel motion | loose bowel | the runs | watery motion | loose bowel motion
  constant | all the time | persistent | chronic | ongoing | longstanding | continuous | incessant | long term
  unintentional | without trying | unexplained | unintended | for no reason | without dieting | unplanned | not trying
  reflux | GERD | GORD | regurgitate | regurgitation
  throat | pharynx | pharyngeal
  chest | thorax | thoracic
  smoke | cigarette | tobacco
  alcohol | EtOH | booze
  stroke | CVA | cerebrovascular accident | TIA
  myocardialinfarction | MI | heart attack | myocardial infarction | NSTEMI | STEMI | coronary
  kidney | renal
  cancer | malignancy | malignant | carcinoma | tumor | neoplasm | lymphoma | adenocarcinoma | oncology | chemotherapy | chemo | radiotherapy
  hypertension | high blood pressure | HTN | raised BP | high BP | raised blood pressure | elevated blood pressure | elevated BP
  bloodpressure | blood pressure | BP
  COPD | chronic obstructive pulmonary disease | chronic obstructive lung disease | COAD | emphysema | chronic obstructive airways disease | obstructive airways disease
  asthma | asthmatic
  sleepapnea | sleep apnea | OSA | OSAHS | obstructive sleep apnea
  commoncold | URTI | URI | coryzal | head cold | upper respiratory infection | common cold | a cold | bad cold | upper respiratory tract infection
  inhale | breathe in | inspiration | inspiratory | deep breath | breathing in | deep inspiration | take a breath | deep breathing | breath in
  exhale | breathe out | expiration | expiratory | breath out | breathing out
  gland | lymph node | lymph gland | node | LN | lymphadenopathy
  menses | period | monthly bleed
  radiate | spread | radiation | shoot | shoot to | travel to | travel toward | travel into | move to | move into | go to | go into | extend | referred
  surgery | operation | operated on | surgical procedure | post op | postoperative | post operative
  contact | exposed | exposure | in contact with | around someone | near someone
  speech | talk
  daycare | day care | nursery | creche | childcare | kindergarten | preschool
  headinjury | head injury | head trauma | TBI | concussion | concussed | blow to the head | hit the head | knock to the head | bang the head | injure the head | knocked the head
  seizure | fit | convulsion | convulse
  loseconsciousness | pass out | black out | blackout | syncope | syncopal | lose consciousness | loss of consciousness | LOC | TLOC | unconscious | lost consciousness
  axilla | axillary | armpit | underarm
  groin | inguinal
  iliac | ilium | hip bone
  elbow | cubital
  knee | popliteal | patella
  thigh | femoral
  shin | tibia | tibial | pretibial
  buttock | gluteal | glute
  breast | mammary
  scapula | shoulder blade | scapular
  jaw | mandible | mandibular | chin
  temple | temporal
  forehead | frontal | brow
  cheek | malar | cheekbone
  epigastrium | epigastric
  pubis | pubic | suprapubic
  coccyx | tailbone | coccygeal | tail bone
  back of | posterior | behind | rear of
  front of | anterior
  side of | lateral
  top of | dorsum | dorsal | upper surface of | upper
  bottom of | under | underside of | lower
  sole | plantar
  palm | palmar
  nose | nasal
  bruise | ecchymosis | ecchymoses
  clear | transparent
  sleep | asleep
  unclear | slur | slurred | garbled | mumble | mumbling
  drool | dribble | salivation | saliva | salivate
  hoarse | husky | croaky | raspy | dysphonia
  injectdrug | IVDU | IV drug | intravenous drug | inject drugs | inject heroin | injection drug
  steroid | corticosteroid | prednisolone | prednisone | dexamethasone | hydrocortisone
  obese | overweight
  thin | skinny | underweight | emaciated | cachectic
  depress | low mood
  immunize | vaccine | vaccination | jab | immunization
  insomnia | poor sleep
  formerly | used to | former | ex | quit | gave up | give up | given up | stopped | stop | cessation | no longer
  nearly | near | almost | about to | close to | on the verge of | verge of | impending | imminent
  presenting | presenting complaint | reason for visit | here about | came in because | come in because | attends for | attendance for | attendance | referral for | referred with | sent in for | prompting
  passive | second hand | secondhand | environmental tobacco
  stab | knife | piercing | lancinating | dagger | blade | skewer
  throb | pulsate | pulse | pounding | pulsatile
  cramp | colic | colicky | griping | crampy
  burn | scalding | searing | fire
  heavy | pressure | crushing | weight on | heaviness | squeezing | vice like | squeeze | leaden
  sharp | cutting | razor
  tug | pull | drag | stretch
  wrench | twist | heartbreaking | heart rending
  nagging | haunting | niggling | preys on the mind | leaves the mind | gnawing
  sicken | turns the stomach
  frighten | scary | alarming | frightening | terrifying | fear
  draining | drain | sap
  violent | fierce | brutal
  mild | slight | minor | trivial | faint ache | bearable
  moderate | middling | medium
  severe | intense | strong
  excruciating | unbearable | agonize | imaginable | worst imaginable | extreme | intolerable | worst ever | worst of life
  sudden | abrupt | instant | out of the blue | within seconds | all at once | in an instant
  gradual | slow | insidious | crept in | progressively | little by little | bit by bit | building up over days
  diffuse | widespread | poorly localized | vague | wide area | ill defined | hard to pinpoint | all over
  pinpoint | one exact spot | precisely localized | exact spot | single point | one finger | sharply localized | one precise spot
  dark | black | blackish | dusky | darken
  yellow | yellowish
  palecolor | whitish | white | light colored
  pink | pinkish | rosy
  red | reddish | erythematous | scarlet | crimson | ruddy
  peel | flake | desquamate | desquamation | scaly | scale | shed | slough
  north africa | morocco | egypt | tunisia | algeria | libya
  west africa | ghana | senegal | nigeria | sierra leone | liberia | guinea | mali | ivory coast | gambia | benin | togo
  southern africa | namibia | botswana | zimbabwe | south africa | cape town | mozambique | zambia | johannesburg
  central america | guatemala | honduras | costa rica | nicaragua | panama | el salvador | belize
  north america | united states | USA | canada | mexico | new york | california | florida | texas
  south america | brazil | peru | bolivia | colombia | argentina | chile | ecuador | venezuela | paraguay | uruguay
  south east asia | southeast asia | thailand | vietnam | indonesia | bali | philippines | malaysia | cambodia | laos | singapore | myanmar
  asia | india | nepal | china | japan | pakistan | korea | bangladesh | sri lanka | taiwan | mongolia
  caribbean | jamaica | barbados | cuba | haiti | dominican republic | trinidad | bahamas
  europe | france | italy | spain | germany | portugal | greece | poland | england | ireland | netherlands | sweden | norway
  oceania | australia | new zealand | fiji | samoa | papua new guinea | tonga
  sternum | breastbone | sternal | retrosternal | substernal
  clavicle | collarbone | infraclavicular
  nape | nuchal
  occiput | occipital
  big toe | great toe | hallux
  umbilicus | belly button | navel | umbilical | periumbilical
  testicle | testicular | testis | ball
  tooth | dental
  gum | gingiva | gingival
  trachea | windpipe | tracheal
  adam's apple | thyroid cartilage | larynx | voice box
  rib cage | rib | costal | ribcage
  vagina | vaginal
  penis | penile | glans
  vulva | vulval | labia
  tonsil | tonsillar
  tongue | lingual
  urethra | urethral | urinary opening
  trip | holiday | travel | stay in | visit | vacation | return from | came back from | came back
  overhours | over hours | over a few hours | over several hours | within hours | for a few hours
  rundown | run down | run-down
  workout | work out
  unwell | feeling poorly | feel poorly | under the weather | out of sorts | off color | lousy
  nightsymptoms | nocturnal symptoms | night time symptoms | nighttime symptoms | symptoms mostly at night
`;

/** The groups, each with its name first. */
export const SYNONYM_GROUPS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split('|').map((wording) => wording.trim()));
