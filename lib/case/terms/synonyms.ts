/**
 * Groups of wordings that mean one thing in a patient's history, whatever the finding they stand in; a group on each line,
 * wordings apart by "|", the first of which names the group. Wordings of several words are matched word for word after
 * inflection is removed, and "one's" stands for any owner, or none ("catch my breath", "catch breath"). Wordings of single
 * findings belong in the vocabulary, not here, unless they are idioms, which no single word of them says.
 * Source: general clinical usage in British and American English.
 */
const GROUPS = `
  normal | normally | intact | preserved | unremarkable | healthy | easily | comfortably | comfortable | properly | with ease | good | well | within normal limits | unimpaired | full range | unaffected | undisturbed | as usual | be fine | feel fine | work fine | just fine | perfectly fine | absolutely fine | be OK | be okay | feel okay | be all right | be alright | as normal | with no problem | with no difficulty
  difficulty | difficult | trouble | struggle | hard to | hard | problem with | problem | unable | cannot | can't | could not | couldn't | inability | impossible | barely | incapable | not able | can not | not managing to | hard work | a job to
  impaired | reduced | reduction | decreased | diminished | decrease | lowered | less | poor | poorly | lose | loss of | lack of | limited | restricted | fail | low | lacking | disturbed | disturbance
  dyspnea | short of breath | shortness of breath | short of air | SOB | breathless | breathlessness | out of breath | breathing difficulty | difficulty breathing | difficulty in breathing | trouble breathing | hard to breathe | winded | catch breath | cannot catch breath | cannot catch the breath | can't catch breath | struggle to breathe | struggling for breath | gasping | gasping for breath | gasping for air | air hunger | respiratory distress | labored breathing | increased work of breathing | work of breathing | stop for breath | catch one's breath | cannot catch one's breath | can't catch one's breath | get one's breath | get one's breath back | get a breath | get breath | fight for breath | fight for air | struggle for air | struggle for breath | struggle to get one's breath | can't breathe | cannot breathe | can not breathe | couldn't breathe | could not breathe | unable to breathe | get enough air | get enough air in | get any air | get any air in | get air in | not enough air | puffing and panting | puff and pant | puffed out | out of puff | short of puff | short winded | lose one's breath | pant for breath | can't breathe properly | cannot breathe properly | couldn't breathe properly | could not breathe properly | unable to breathe properly | hard to get one's breath | difficulty getting one's breath | breathing trouble | breathing problem | short of oxygen | dyspneic | gasp
  pain | ache | hurt | sore | discomfort | agony | painful | twinge | pang | kill me | kill him | kill her | achy | achey | hurty
  abdomen | belly | tummy | stomach | gut | midriff
  vomit | throw up | emesis | be sick | bring up food | puke | retch | sick up | chuck up | chunder | spew | spew up | barf | heave up | upchuck | bring up one's food | bring up one's dinner | bring up one's breakfast | bring everything up | bring everything back up | bring it all back up | be physically sick | be violently sick | being sick | lose one's lunch | chuck one's guts up
  stool | poo | bowel motion | bowel movement | motion | feces | faeces | poop | number two | turd | dump
  urine | pee | wee | waterworks | pass water | widdle
  fever | pyrexia | pyrexial | high temperature | raised temperature | elevated temperature | burn up | run a temperature | high temp | hot to touch | elevated body temperature | have a temperature | have a temp | get a temperature | get a temp | spike a temp | spike a temperature | spiking temp | roasting | roasting hot | boiling to touch | boiling to the touch | hot to the touch | burning to touch | feel hot | feel really hot | feel very hot | feel roasting | temperature be up | temperature up | temp up
  swell | edema | puffy | puffiness | swole | balloon | balloon up | like a balloon | blow up like a balloon | twice its size | twice the size | fluid retention | water retention
  rash | skin lesion | eruption | lesion | skin rash | exanthem | skin patch | patch of skin | skin eruption | blotch | blotchy | pimple | come out in spots | come up in spots | break out in spots | covered in spots | cover in spots
  phlegm | sputum | expectoration | expectorate
  itch | pruritus
  numb | tingle | tingly | pins and needles | paresthesia | lose feeling | lose sensation | loss of sensation | loss of feeling | sensory loss | reduced sensation | go dead | pin needle | pins needles | feel like they've go to sleep | feel like they have go to sleep | feel like it's go to sleep | feel like it has go to sleep | feel as if they have go to sleep | have go to sleep | no feeling in | lose all feeling | can't feel | cannot feel | could not feel | couldn't feel | can not feel | dead feeling
  weak | lose power | loss of power | paresis | lose strength | loss of strength | low power | reduced power | like jelly | turn to jelly | go to jelly | no strength | no power | feeble
  tired | fatigue | lethargy | lethargic | worn out | lack of energy | low energy | knackered | shattered | bushed | zonked | whacked | fagged | no energy | lack energy | not any energy | dead on one's feet | run on empty | cream crackered | wiped out | dog tired
  dizzy | lightheaded | light headed | giddy | giddiness | woozy | wooziness | vertigo | swimmy | head spinning | head be spinning | head be swimming | room spinning | room be spinning | light in the head
  nausea | feel sick | queasy | queasiness | sick to the stomach | sick feeling | feeling of sickness | N V | going to be sick | go to be sick | go to vomit | go to throw up | about to be sick | want to be sick | want to vomit | feel like vomit | feel like throw up | feel like be sick | urge to vomit | green around the gill | stomach churn | stomach be churn | stomach have be churn | tummy churn | churning stomach | bilious | sickly | sicky | icky stomach
  sweat | diaphoresis | diaphoretic | perspire | perspiration | clammy | drip wet | drip with sweat | drenched in sweat | drench with sweat | soaked in sweat | soak with sweat | pour with sweat | bathed in sweat | wet with sweat | in a sweat | soaking wet | wringing wet | drenched
  exertion | effort | exerting | physical activity | physical effort | exercising
  supine | lie down | lie flat | recumbent | lie back | flat on the back | recumbency | lie on one's back | flat in bed | lie on the back | flat on one's back | lying back
  postprandial | after eating | after meals | after a meal | after food | with food | after a heavy meal | after dinner | following meals | when I eat | when he eat | when she eat | whenever I eat | every time I eat | each time I eat | when eating | on eating | after every meal | after a big meal | after a large meal | after one's dinner | after one's meal | after one's food | following food | following a meal
  night | nocturnal | overnight | night time | small hours | in the middle of the night | middle of the night | during the night | through the night
  worse | aggravate | exacerbate | exacerbation | increased by | heightened | intensify | flare up | play up | deteriorate | deterioration | make it worse
  relief | relieve | ease | better | improve | settle | alleviate | improvement | lessen | lessened by | go away | wear off | subside | calm down | die down | ease off | abate | take the edge off
  recent | recently | lately | last week | last month | this month | week ago | past month | this week | past week | day ago | fortnight | last few week | preceding
  previous | prior | past | history of | PMH | PMHx | previously | hx | in the past | once had | past history | year ago | year back
  relative | family | FHx | FH | family history | father | dad | brother | sister | sibling | parent | aunt | uncle | cousin | grandmother | grandfather | grandparent | kin | first degree relative | close relative | family member | nan | gran | granny | grandma | grandpa | nephew | niece | run in the family
  mother | mum | mom | mummy
  several | multiple | repeated | recurrent | many | frequent | repeatedly | two or more | numerous
  diarrhea | loose stool | watery stool | loose motion | watery bowel motion | loose bowel | the runs | watery motion | loose bowel motion | the trots | the squits | runny tummy | runny poo | runny stool | liquid stool | squirts | dicky tummy | gippy tummy | D V | explosive stool | stool like water | stool just like water | loose tummy
  constant | all the time | persistent | chronic | ongoing | longstanding | continuous | incessant | long term
  unintentional | without trying | unexplained | unintended | for no reason | without dieting | unplanned | not trying | without any effort | not even trying | haven't changed anything | not changed anything | not on a diet | haven't been dieting | not been dieting | without change in diet
  reflux | GERD | GORD | regurgitate | regurgitation | acid come up | acid coming up | burp up acid
  throat | pharynx | pharyngeal | gullet
  chest | thorax | thoracic
  smoke | cigarette | tobacco
  alcohol | EtOH | booze | vodka | whisky | whiskey | gin | spirits | cider | lager | beer | wine | drink alcohol
  stroke | CVA | cerebrovascular accident | TIA
  myocardialinfarction | MI | heart attack | myocardial infarction | NSTEMI | STEMI | coronary | coronaries | N STEMI | ACS | coronary event
  kidney | renal
  cancer | malignancy | malignant | carcinoma | tumor | neoplasm | lymphoma | adenocarcinoma | oncology | chemotherapy | chemo | radiotherapy
  hypertension | high blood pressure | HTN | raised BP | high BP | raised blood pressure | elevated blood pressure | elevated BP | blood pressure be high | blood pressure high | BP be high | BP high | blood pressure be up | BP be up | blood pressure up | blood pressure be raised | BP be raised | HBP
  bloodpressure | blood pressure | BP
  COPD | chronic obstructive pulmonary disease | chronic obstructive lung disease | COAD | emphysema | chronic obstructive airways disease | obstructive airways disease | C O P D
  asthma | asthmatic
  sleepapnea | sleep apnea | OSA | OSAHS | obstructive sleep apnea
  commoncold | URTI | URI | coryzal | head cold | upper respiratory infection | common cold | a cold | bad cold | upper respiratory tract infection
  inhale | breathe in | inspiration | inspiratory | deep breath | breathing in | deep inspiration | take a breath | deep breathing | breath in | big breath | big breath in | draw breath | draw a breath | take a big breath | each breath | every breath in
  exhale | breathe out | expiration | expiratory | breath out | breathing out
  gland | lymph node | lymph gland | node | LN | lymphadenopathy | lymph gland | neck gland
  menses | period | monthly bleed
  radiate | spread | radiation | shoot to | shoot into | shoot down | shoot up | shoot through | shoot across | shoot toward | travel to | travel toward | travel into | travel through | travel up | move to | move into | move toward | move up | go to | go into | go toward | go through to | extend | referred | track to | track into | track up | track toward | track down to | run to | run into | run up | run toward | run through to | wander to | wander into | pass to | pass into | pass through to | climb to | climb into | creep to | creep into | reach into | stretch to | stretch into | come through to | feel as far as | feel too in | feel also in | also feel in
  surgery | operation | operated on | surgical procedure | post op | postoperative | post operative | op
  contact | exposed | exposure | in contact with | around someone | near someone | be near | close contact | be around
  speech | talk | talking | speak
  daycare | day care | nursery | creche | childcare | kindergarten | preschool
  headinjury | head injury | head trauma | TBI | concussion | concussed | blow to the head | hit the head | knock to the head | bang the head | injure the head | knocked the head
  seizure | fit | convulsion | convulse | epileptic attack | grand mal | petit mal
  loseconsciousness | pass out | black out | blackout | syncope | syncopal | lose consciousness | loss of consciousness | LOC | TLOC | unconscious | lost consciousness | keel over | flake out | out like a light | out cold | spark out | knock out | knock unconscious | swoon | faint away | fall unconscious | go unconscious | conk out | zonk out | rouse on the floor
  axilla | axillary | armpit | underarm
  groin | inguinal
  iliac | ilium | hip bone
  elbow | cubital
  knee | popliteal | patella
  thigh | femoral
  shin | tibia | tibial | pretibial
  buttock | gluteal | glute | bum cheek | bum | backside | rear end | butt
  breast | mammary | boob
  scapula | shoulder blade | scapular | shoulder blades
  jaw | mandible | mandibular | chin
  temple | temporal | bitemporal | side of the forehead
  forehead | frontal | brow
  cheek | malar | cheekbone
  epigastrium | epigastric
  pubis | pubic | suprapubic
  coccyx | tailbone | coccygeal | tail bone
  back of | posterior | posteriorly | behind | rear of | backs of | back part of | back side of | rear part of | hind part of
  front of | anterior | anteriorly | front part of | front side of | fronts of
  side of | lateral | laterally | sides of | side part of
  top of | dorsum | dorsal | upper surface of | upper | tops of | top | top part of | top half of | upper half of | upper end of | upper part of | high up in
  bottom of | underside of | lower | bottoms of | bottom part of | bottom half of | bottom end of | lower half of | lower end of | lower part of | low down in | low down on | lowest part of
  below | under | underneath
  sole | plantar
  palm | palmar
  nose | nasal
  bruise | ecchymosis | ecchymoses | black and blue
  clear | transparent
  sleep | asleep
  unclear | slur | slurred | garbled | mumble | mumbling | jumbled | jumble up | all jumble
  drool | dribble | salivation | saliva | salivate | slobber | slaver
  hoarse | husky | croaky | raspy | dysphonia | croak | gravelly | gruff | rasping
  injectdrug | IVDU | IV drug | intravenous drug | inject drugs | inject heroin | injection drug
  steroid | corticosteroid | prednisolone | prednisone | dexamethasone | hydrocortisone
  obese | overweight
  thin | skinny | underweight | emaciated | cachectic | skin and bone | bag of bone
  depress | low mood | feel low | feel down | low in mood
  immunize | vaccine | vaccination | jab | immunization | shot | booster | vaccinate
  insomnia | poor sleep | can't sleep | cannot sleep | can not sleep | couldn't sleep | difficulty sleeping | trouble sleeping
  formerly | used to | former | ex | quit | gave up | give up | given up | stopped | stop | cessation | no longer
  nearly | near | almost | about to | close to | on the verge of | verge of | impending | imminent | thought I was going to | thought I was go | think he be go to | think she be go to | thought I would | feel like I be go to | feel as if I be go to | feel like I would | feel like I be about to | very nearly
  presenting | presenting complaint | reason for visit | here about | came in because | come in because | attends for | attendance for | attendance | referral for | referred with | sent in for | prompting
  passive | second hand | secondhand | environmental tobacco
  stab | knife | piercing | lancinating | dagger | blade | skewer | like a knife | knife like
  throb | pulsate | pulse | pounding | pulsatile
  cramp | colic | colicky | griping | crampy
  burn | scalding | searing | fire
  heavy | pressure | crushing | weight on | heaviness | squeezing | vice like | squeeze | leaden | like a weight | elephant | tight band | like a band | crush
  sharp | cutting | razor
  tug | pull | drag | stretch
  wrench | twist | heartbreaking | heart rending
  nagging | haunting | niggling | preys on the mind | leaves the mind | gnawing
  sicken | turns the stomach
  frighten | scary | alarming | frightening | terrifying | fear
  draining | drain | sap
  violent | fierce | brutal
  mild | slight | minor | trivial | bearable | not too bad | not very bad | low grade
  moderate | middling | medium
  severe | intense | strong | terrible | awful | dreadful
  excruciating | worst pain I have ever had | worst pain I have had | worst pain I had | worst pain he has ever had | worst pain she has ever had | worst pain of one's life | worst pain in one's life | unbearable | agonize | imaginable | worst imaginable | extreme | intolerable | worst ever | worst of life | worst pain ever | like nothing else | off the scale
  sudden | abrupt | instant | out of the blue | within seconds | all at once | in an instant | out of nowhere | suddenly come on | came from nowhere | in a flash | bang
  gradual | slow | insidious | crept in | progressively | little by little | bit by bit | building up over days | over time | steadily | gradual build up
  diffuse | widespread | poorly localized | vague | wide area | ill defined | hard to pinpoint | all over | head to toe | from head to toe | from head to foot | from top to toe
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
  north america | united states | USA | canada | mexico | new york | california | florida | texas | the States
  south america | brazil | peru | bolivia | colombia | argentina | chile | ecuador | venezuela | paraguay | uruguay
  south east asia | southeast asia | thailand | vietnam | indonesia | bali | philippines | malaysia | cambodia | laos | singapore | myanmar
  asia | india | nepal | china | japan | pakistan | korea | bangladesh | sri lanka | taiwan | mongolia
  caribbean | jamaica | barbados | cuba | haiti | dominican republic | trinidad | bahamas
  europe | france | italy | spain | germany | portugal | greece | poland | england | ireland | netherlands | sweden | norway
  oceania | australia | new zealand | fiji | samoa | papua new guinea | tonga
  sternum | breastbone | sternal | retrosternal | substernal | breast bone
  clavicle | collarbone | infraclavicular | collar bone | clavicular
  occiput | occipital
  calf | calves
  toe | toes
  cspine | C spine
  tspine | T spine
  lspine | L spine
  midback | mid back | middle of the back | middle of one's back | middle back
  lowback | low back | small of the back | small of one's back | lower back | lower part of the back | lower half of the back
  big toe | great toe | hallux
  umbilicus | belly button | navel | umbilical | periumbilical | tummy button
  testicle | testicular | testis | ball
  tooth | dental
  gum | gingiva | gingival
  trachea | windpipe | tracheal
  adam's apple | thyroid cartilage | larynx | voice box
  rib cage | rib | costal | ribcage
  vagina | vaginal | front passage
  penis | penile | glans
  vulva | vulval | labia
  tonsil | tonsillar
  tongue | lingual
  urethra | urethral | urinary opening
  trip | holiday | travel | stay in | visit | vacation | return from | came back from | came back | been abroad | travelled abroad | abroad | flew back from | fly to | been to | got back from
  overhours | over hours | over a few hours | over several hours | within hours | for a few hours
  rundown | run down | run-down
  workout | work out
  unwell | feeling poorly | feel poorly | under the weather | out of sorts | off color | lousy | rotten | grotty | ropey | ropy | crummy | feel rough | feel awful | feel terrible | feel ill | ill feeling | not be oneself | not myself | not himself | not herself | isn't herself | isn't himself | not quite right in oneself | poorly | under par | off colour | feel crap | feel rubbish | feel dreadful | like death warmed up | don't feel well | not feel well | not feeling well | doesn't feel well
  nightsymptoms | nocturnal symptoms | night time symptoms | nighttime symptoms | symptoms mostly at night
  pallid | white as a sheet | white as a ghost | as white as a sheet | as white as a ghost | no color in one's cheek | no color in one's face | wash out | ashen | drain of color | lose one's color | deathly pale
  coughwithoutphlegm | cough without phlegm | cough without sputum | cough with no phlegm | cough with no sputum | cough without any phlegm | cough but no phlegm
  alcoholic | be an alcoholic | recovering alcoholic | chronic alcoholic
  drinkproblem | drinking problem | drink problem | problem drinker | problem with drink
  nerveconduction | nerve conduction
  cranialnerve | cranial nerve
  opticnerve | optic nerve
  nerveroot | nerve root | trapped nerve | pinched nerve
  facialnerve | facial nerve | seventh nerve
  seedouble | see double | see two of everything | see everything double | see everything twice
  keepdown | keep down | keep anything down | keep everything down | keep food down | keep nothing down | keep it down | keep fluid down | keep water down | keep one's food down | hold down | hold anything down | hold food down | hold fluid down | keep much down
  chill | shiver | shivery | rigor | shaking chills | shake with cold | shake with chills | the shakes with cold | teeth chatter | tooth be chatter | chatter tooth | shaking all over with cold
  feelfaint | feel faint | feel all faint | feel a bit faint | feel very faint | feel really faint | feel quite faint | feel so faint | feel like faint | come over faint | come over all faint | come over a bit faint | come over all funny and faint | go faint | go all faint | go to faint | about to faint | going to pass out | go to black out | going to collapse | nearly faint | almost faint | nearly pass out | almost pass out
  unstoppable | can't stop | cannot stop | can not stop | couldn't stop | could not stop | won't stop | will not stop | wouldn't stop | doesn't stop | non stop | nonstop
  stuffynose | bunged up | bung up | stuffed up | stuffy nose | blocked nose | nose be block | nose block | congested nose | can't breathe through one's nose | cannot breathe through one's nose | can not breathe through one's nose | couldn't breathe through one's nose | unable to breathe through one's nose | nose be congested | nose be stuffy
  weighingscale | the scales | bathroom scales | on the scale | weighing scale
  footasleep | foot go to sleep | foot have go to sleep | foot be go to sleep | toe go to sleep
  measuredtemperature | have a temperature of | have a temp of | get a temperature of | get a temp of | temperature of | temp of
  fitandwell | fit and well | fit and healthy | fit as a fiddle | keep fit | be fit for | fit for | not fit any more | trouser fit | clothes fit | do not fit | don't fit | doesn't fit | no longer fit | fit into | fit in | fit in with | fit with | physically fit | medically fit | fit enough | fit to
  gpsurgery | GP surgery | doctor surgery | ring the surgery | rang the surgery | call the surgery | phone the surgery | come to the surgery | attend the surgery | go to the surgery | in surgery today | surgery appointment
  disorient | disorientated | disorientation | disoriented | doesn't know where he is | doesn't know where she is | not know where he is | not know where she is | not know where I was | don't know where I am | didn't know where I was | didn't know where he was | didn't know where she was | doesn't know what day it is | not know what day it is | didn't know what day it was | doesn't know the date | not know the date
  losesmell | no sense of smell | absent sense of smell | absence of smell | can't smell | cannot smell | can not smell | could not smell | couldn't smell | unable to smell | loss of smell | lose smell | lose one's sense of smell | loss of sense of smell | sense of smell have go | sense of smell be go | smell have go | smell be go | lose the sense of smell
  eatnothing | can't face food | cannot face food | couldn't face food | can't face eating | cannot face eating | off one's food | off food | not eating | not eating anything | no appetite | go off one's food | go off food | can't eat | cannot eat | not eat
  fallingweight | weight fall off | weight be fall off | weight is just falling off | weight be drop off | weight drop off | weight going down | drop weight | shed weight | lose weight | weight loss | loss of weight | weight have drop | waste away | fade away to nothing | clothes hang off | clothes be hang off
  exerciseoften | run every day | run daily | run almost daily | run most days | run five times a week | jog every day | jog every morning | swim every day | swim every morning | swim five times a week | swim most days | train every day | train most days | train daily | train five times a week | cycle every day | cycle to work every day | do sport every day | do sport daily | gym every day | gym five times a week | exercise every day | exercise daily | work out every day | work out most days
  onedge | on edge | nerves on edge | feel all on edge
  worseoncoughing | worse on coughing | worse when coughing | worse with coughing | worse when I cough | worse when he cough | worse when she cough | hurt on coughing | hurt when coughing | hurt when I cough | hurt when he cough | hurt when she cough | hurt to cough | pain on coughing | pain when coughing | aggravate by coughing
  quickonset | come on quickly | come on rapidly | come on fast | come on quite quickly | come on very fast | come on very quickly | set in quickly | set in fast | set in very fast | start quickly | start very quickly | develop quickly | quick onset | rapid onset | fast onset | within a split second | in a split second
  vteprophylaxis | VTE form | VTE assessment | VTE prophylaxis | VTE risk | VTE risk assessment
  restlesslegs | restless legs | restless leg syndrome
  makeafuss | make a fuss | make fuss | without fuss | no fuss | fuss over | kick up a fuss
  onadmission | on admission | since admission | at admission | before admission | after admission | prior to admission | until admission
  pointto | point to | pointing to | points to
  gainweight | put on weight | gain weight | weight gain | gain in weight | pile on weight | piled on weight | pile on the pounds | piled on the pounds | weight go up | weight be go up | scale keep going up | put on a stone | put on a lot of weight | pack on the pounds
`;

const OWNERS = ['', 'my ', 'your ', 'his ', 'her ', 'their ', 'the '];

function withOwners(wording: string): string[] {
  return wording.includes("one's ")
    ? OWNERS.map((owner) => wording.replace("one's ", owner))
    : [wording];
}

/** The groups, each with its name first. */
export const SYNONYM_GROUPS: readonly (readonly string[])[] = GROUPS.trim()
  .split('\n')
  .map((line) => line.split('|').flatMap((wording) => withOwners(wording.trim())));
