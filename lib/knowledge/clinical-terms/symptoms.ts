/**
 * What patients feel or report. Own selection from general medical knowledge, in ordinary clinical wordings. One term a line:
 * `term; synonym; … < narrower; narrower … ~ near; near …`. What stands after `~` is not the term, but a case that has it
 * comes too near to say that the term is missing: a reader may infer the one from the other.
 */
export const SYMPTOMS = `
fever; febrile; pyrexia; high temperature; raised temperature; hot to touch ~ temperature; sepsis
low-grade fever; mild fever ~ temperature; fever
chills; rigors; shivering; shaking chills ~ fever
night sweats; drenching sweats; nocturnal sweating ~ sweat
sweating; diaphoresis; diaphoretic; sweaty; perspiration; clammy; cold sweat; hyperhidrosis
fatigue; tiredness; exhaustion; lethargy; low energy; lack of energy; malaise; run down; lassitude ~ weak; drowsy; sleepy
weight loss; losing weight; loss of weight; lost weight; cachexia; weight has fallen; emaciated; emaciation ~ weight; kg; lb; pounds
weight gain; gaining weight; gained weight ~ weight; kg; lb; pounds; BMI; obese
loss of appetite; anorexia; poor appetite; decreased appetite; reduced appetite; not eating; poor feeding; off feeds ~ feeding; appetite; eat
increased appetite; polyphagia; excessive hunger ~ appetite; hunger
excessive thirst; polydipsia; increased thirst; very thirsty ~ thirst; drinking
polyuria; excessive urination; frequent urination; urinary frequency; passing large volumes of urine ~ urine; urinate; nocturia
nocturia; getting up at night to urinate ~ urinate; urine
dysuria; painful urination; burning urination; burning with urination; pain on urination ~ urinate; micturition
urinary urgency; urge to urinate ~ urinate; urine
urinary hesitancy; weak stream; poor stream; difficulty urinating; straining to urinate ~ urinate; urine; prostate
urinary retention; unable to urinate; inability to void; unable to pass urine ~ urinate; void; urine; bladder
urinary incontinence; loss of bladder control; bladder incontinence; leaking urine ~ incontinence; urine; bladder; sphincter
bowel incontinence; fecal incontinence; loss of bowel control ~ incontinence; sphincter
oliguria; decreased urine output; low urine output; reduced urine output ~ urine; anuria
anuria; no urine output ~ urine; oliguria
hematuria; blood in urine; bloody urine; gross hematuria; red urine; cola-colored urine; tea-colored urine; dark urine ~ urine; RBC; red blood cells
foamy urine; frothy urine ~ proteinuria; urine
flank pain; loin pain; costovertebral pain; renal colic ~ flank; back
pain on exertion; exertional chest pain; angina ~ chest
chest pain; chest discomfort; chest tightness; chest pressure; retrosternal pain; substernal pain; pain in the chest; precordial pain ~ chest; angina; infarction
pleuritic chest pain; pleuritic pain; pain on breathing; pain with deep breaths ~ chest; inspiration; breathe
palpitations; heart racing; pounding heart; fluttering ~ tachycardia; arrhythmia; heart rate; pulse; heartbeat
shortness of breath; dyspnea; breathlessness; breathless; short of breath; SOB; difficulty breathing; trouble breathing; breathing difficulty; respiratory distress; labored breathing; dyspneic; hard to breathe; struggling to breathe ~ breathing; respiratory; respirations
orthopnea; breathless lying flat ~ pillows; dyspnea; supine
paroxysmal nocturnal dyspnea; PND ~ dyspnea; night
dyspnea on exertion; exertional dyspnea ~ dyspnea; exertion
cough; coughing
productive cough; cough with sputum; wet cough; sputum production; phlegm ~ sputum; expectorate; phlegm
dry cough; nonproductive cough; hacking cough ~ cough
barking cough; croupy cough; seal-like cough ~ cough; croup
whooping cough; whoop; paroxysmal cough ~ cough; pertussis
hemoptysis; coughing up blood; blood-tinged sputum; bloody sputum ~ sputum; blood
wheezing; wheeze; wheezes; wheezy ~ rhonchi; asthma
stridor; noisy breathing ~ noisy
hoarseness; hoarse voice; dysphonia; voice change; change in voice ~ voice
sore throat; throat pain; odynophagia; pharyngitis; painful swallowing ~ throat; swallow; tonsil
dysphagia; difficulty swallowing; trouble swallowing ~ swallow
runny nose; rhinorrhea; nasal discharge; coryza ~ nose
nasal congestion; stuffy nose; blocked nose; nasal obstruction; congestion ~ nose; sinus
sneezing; sneeze
nosebleed; epistaxis; nose bleeding; bleeding from the nose ~ nose
facial pain; sinus pain ~ face; sinus
loss of smell; anosmia; reduced smell; hyposmia ~ smell; olfactory
loss of taste; ageusia; altered taste; dysgeusia; metallic taste ~ taste
ear pain; otalgia; earache ~ ear; otitis
ear discharge; otorrhea ~ ear; otitis
hearing loss; deafness; deaf; reduced hearing; hard of hearing ~ hearing; ear
tinnitus; ringing in the ears ~ ear
vertigo; room spinning; spinning sensation ~ dizzy
dizziness; lightheadedness; dizzy; lightheaded; giddiness; presyncope ~ vertigo; syncope; faint
syncope; fainting; fainted; passed out; blackout; loss of consciousness; lost consciousness; collapse; collapsed ~ unconscious; unresponsive; consciousness
headache; cephalalgia; head pain ~ migraine
thunderclap headache; worst headache of life; sudden severe headache ~ headache
photophobia; light sensitivity; sensitivity to light ~ light
phonophobia; sensitivity to sound ~ sound; noise
neck stiffness; stiff neck; nuchal rigidity; neck rigidity; meningismus ~ neck; meningeal; kernig; brudzinski
neck pain; sore neck ~ neck
confusion; confused; disorientation; disoriented; altered mental status; delirium; delirious; mental status changes; altered sensorium; altered mentation ~ consciousness; mental; obtunded; coma; encephalopathy; unresponsive; lethargic
memory loss; forgetfulness; forgetful; amnesia; memory problems; memory impairment ~ memory; dementia; cognitive; recall
drowsiness; somnolence; sleepiness; sleepy; drowsy; daytime sleepiness ~ lethargy; fatigue; consciousness
insomnia; difficulty sleeping; trouble sleeping; sleeplessness; poor sleep; sleep disturbance ~ sleep
anxiety; anxious; nervousness; panic attack ~ stress; fear; nervous; panic
irritability; irritable; fussy; fussiness; agitation; agitated; restlessness; restless ~ crying; cry; behavior; combative
depressed mood; low mood; depression; sadness; feeling down; tearfulness ~ mood; depress; sad
suicidal thoughts; suicidal ideation; suicidal; suicide attempt; self-harm ~ suicide; overdose; self
hallucinations; hallucinating < visual hallucinations; seeing things; auditory hallucinations; hearing voices; tactile hallucinations ~ voices; psychosis; hallucinogen
delusions; delusional; paranoia; paranoid; persecutory beliefs ~ belief; psychosis; convinced
mania; manic; elevated mood; grandiosity; pressured speech ~ mood; grandiose; energy; bipolar
seizure; seizures; convulsion; convulsions; tonic-clonic; epileptic fit ~ epilepsy; epileptic; jerk; twitching; convulsive; postictal
numbness; numb; loss of sensation; sensory loss; decreased sensation; hypoesthesia; reduced sensation; loss of feeling; sensory deficit; diminished sensation ~ sensation; sensory; tingling; paresthesia; feeling; neuropathy
tingling; paresthesia; paresthesias; pins and needles; prickling ~ numb; sensation; neuropathy
saddle anesthesia; perineal numbness ~ perineal; perineum; saddle
weakness; muscle weakness; limb weakness; loss of strength; reduced strength; paresis; motor weakness ~ fatigue; strength; paralysis; hemiparesis; paralyzed; power
hemiparesis; hemiplegia; one-sided weakness; arm weakness; leg weakness ~ weakness; strength; paralysis; stroke
facial droop; facial weakness; facial asymmetry; facial palsy; drooping face; facial paralysis ~ face; mouth; facial nerve
slurred speech; dysarthria; speech slurring ~ speech; speak; words
aphasia; difficulty speaking; word-finding difficulty; speech difficulty; trouble speaking ~ speech; speak; words; language
difficulty walking; gait disturbance; unsteady gait; gait instability; trouble walking; unsteadiness ~ walk; gait; ataxia; ambulate
ataxia; incoordination; clumsiness; loss of coordination; poor coordination ~ gait; coordination; cerebellar; stagger
tremor; trembling; tremors; shaking hands; tremulousness ~ shake; parkinson; shaky
frequent falls; recurrent falls ~ fall; fell; trauma
muscle cramps; cramps; cramping; muscle spasms; spasms ~ spasm; cramp; tetany
muscle pain; myalgia; body aches; muscle aches; aching muscles ~ muscle; ache; pain
joint pain; arthralgia; painful joints; aching joints; polyarthralgia ~ joint; arthritis; knee; wrist; hip
morning stiffness; joint stiffness; stiffness in the morning ~ stiff
joint swelling; swollen joints; joint effusion ~ joint; arthritis; knee; effusion
back pain; low back pain; lumbar pain; backache; lower back pain ~ back; lumbar; spine
knee pain; pain in the knee ~ knee
hip pain; pain in the hip ~ hip
shoulder pain; pain in the shoulder ~ shoulder
calf pain; leg pain; pain in the leg; calf tenderness ~ leg; calf; limb; thigh
claudication; pain on walking; intermittent claudication ~ leg; walk; calf
bone pain; pain in the bones ~ bone
jaw pain; jaw claudication ~ jaw
jaw stiffness; trismus; lockjaw; jaw rigidity; masseter spasm; masseter rigidity; jaw tightness ~ jaw; mouth opening
eye pain; ocular pain; painful eye; painful eye movements ~ eye
red eye; eye redness; conjunctival injection; bloodshot eyes; conjunctivitis ~ eye; conjunctiva
itchy eyes; eye itching; watery eyes; lacrimation; tearing; epiphora ~ eye; tears
blurred vision; blurry vision; visual blurring; visual disturbance; vision changes; visual changes ~ vision; sight; eye; acuity; visual
vision loss; loss of vision; blindness; visual loss; lost vision; amaurosis ~ vision; sight; visual; eye; acuity
double vision; diplopia ~ vision; eye
floaters; flashes of light; flashing lights; photopsia ~ vision; eye
halos around lights; seeing halos ~ vision; eye
dry eyes; gritty eyes; xerophthalmia ~ eye
dry mouth; xerostomia ~ mouth; mucous membranes
bad breath; halitosis; foul breath ~ breath
drooling; excessive salivation; hypersalivation; sialorrhea ~ saliva; secretions
mouth ulcers; oral ulcers; mouth sores; aphthous ulcers; oral lesions ~ mouth; ulcer
bleeding gums; gum bleeding ~ gum; bleed
tooth pain; toothache ~ tooth; dental
nausea; nauseated; nauseous; queasy ~ vomit; N&V; N/V
vomiting; vomits; vomited; throwing up; emesis < projectile vomiting; bilious vomiting; non-bilious vomiting; bilious emesis ~ nausea; N&V; N/V; D&V; D/V
vomiting blood; hematemesis; coffee-ground emesis; bloody vomit ~ vomit; bleeding
regurgitation; spitting up ~ reflux; vomit
heartburn; acid reflux; reflux; dyspepsia; indigestion ~ epigastric; GERD; antacid
abdominal pain; abdo pain; stomach pain; belly pain; stomach ache; abdominal cramps; abdominal discomfort; tummy pain; epigastric pain ~ abdomen; stomach; epigastrium; colic; quadrant
right upper quadrant pain; RUQ pain ~ quadrant; abdomen
right lower quadrant pain; RLQ pain; right iliac fossa pain ~ quadrant; abdomen; iliac
left lower quadrant pain; LLQ pain ~ quadrant; abdomen
colicky pain; colic ~ abdomen; cramp
bloating; abdominal distension; distended abdomen; bloated; abdominal swelling; swollen belly ~ abdomen; ascites; girth
early satiety; feeling full ~ full; eat
constipation; constipated; hard stools; infrequent stools; obstipation ~ stool; bowel
diarrhea; loose stools; watery stools; loose motions; frequent stools ~ stool; bowel; gastroenteritis
bloody diarrhea; bloody stools; rectal bleeding; blood in stool; hematochezia; blood per rectum; bright red blood per rectum ~ stool; rectum; bleeding; dysentery
black stools; melena; tarry stools; dark stools ~ stool; bleeding
pale stools; clay-colored stools; acholic stools ~ stool
fatty stools; steatorrhea; greasy stools; foul-smelling stools ~ stool; malabsorption
currant jelly stools; red currant jelly stool ~ stool
tenesmus ~ defecation; stool; rectum
anal pain; rectal pain; pain on defecation ~ anus; rectum; defecation
flatulence; excess gas ~ abdomen
hiccups; singultus
yellow skin; yellowing of skin; yellow eyes; jaundiced; jaundice; icterus; scleral icterus; icteric; yellowing of the eyes; yellow discoloration ~ bilirubin; yellow; sclera
itching; pruritus; itchy; pruritic; scratching ~ itch; scratch; excoriation
rash; skin rash; skin eruption; exanthem; skin lesions; eruption ~ skin; lesion; papule; macule; vesicle; plaque; purpura; petechia; erythema; spots; patches
hives; urticaria; wheals; welts ~ rash; itch; allergy
blisters; blistering; bullae; vesicles; bullous lesions; vesicular rash ~ skin; lesion; rash
hair loss; alopecia; thinning hair; balding ~ hair
excess hair; hirsutism; excessive hair growth; facial hair ~ hair
brittle nails; nail changes; nail pitting; splitting nails ~ nail
dry skin; xerosis; scaly skin; flaky skin ~ skin; scale
skin darkening; hyperpigmentation; darkened skin; skin pigmentation; bronze skin ~ pigment; skin; dark
easy bruising; bruises; bruising; ecchymosis; ecchymoses; contusion ~ bruise; hematoma; bleed; trauma; purpura; petechia
prolonged bleeding; excessive bleeding; bleeding tendency ~ bleed; hemorrhage
swelling of the legs; leg swelling; ankle swelling; swollen legs; swollen ankles; pedal swelling; leg edema; pedal edema; pitting edema; lower extremity edema; peripheral edema; ankle edema ~ edema; swelling; swollen; anasarca
facial swelling; swollen face; face swelling; facial puffiness; puffy face; periorbital swelling; puffy eyes; periorbital edema; angioedema; lip swelling; tongue swelling; swollen lips ~ swelling; edema; face
lump; mass felt; palpable lump ~ mass; swelling; nodule; tumor
breast lump; breast mass ~ breast
breast pain; mastalgia; breast tenderness ~ breast
nipple discharge; galactorrhea; milky discharge ~ nipple; breast; discharge
menorrhagia; heavy periods; heavy menstrual bleeding; heavy menses ~ menses; period; bleeding; menstrual
amenorrhea; missed period; missed periods; absent periods; no periods ~ menses; period; menarche; menstrual; pregnant
irregular periods; oligomenorrhea; irregular menses; irregular cycles ~ menses; period; menstrual; cycle
painful periods; dysmenorrhea; menstrual cramps ~ menses; period; menstrual
vaginal bleeding; bleeding per vagina; vaginal spotting; uterine bleeding; postcoital bleeding; intermenstrual bleeding ~ vagina; bleeding; menses; uterus
vaginal discharge; leukorrhea ~ vagina; discharge; cervix
vaginal itching; vulvar itching ~ vagina; vulva; itch
dyspareunia; painful intercourse; pain during sex ~ intercourse; sexual
pelvic pain; pelvic discomfort ~ pelvis; abdomen
hot flashes; hot flushes; flushing ~ menopause; flush
decreased libido; low libido; loss of libido ~ libido; sexual
erectile dysfunction; impotence ~ erection; sexual
infertility; unable to conceive; difficulty conceiving ~ conceive; fertile; pregnancy
decreased fetal movement; reduced fetal movements ~ fetal; fetus
contractions; labor pains; uterine contractions ~ labor; uterus
leakage of fluid; rupture of membranes; ruptured membranes; water broke ~ amniotic; membranes; labor
scrotal pain; testicular pain ~ scrotum; testis
scrotal swelling; testicular swelling ~ scrotum; testis; swelling
penile discharge; urethral discharge ~ discharge; urethra; penis
genital ulcer; genital sores; genital lesions; penile ulcer; chancre ~ ulcer; genital; penis; vulva
cold intolerance; feeling cold; intolerance to cold ~ cold
heat intolerance; intolerance to heat ~ heat
cold hands; cold extremities; cold feet; cool extremities ~ cold; cool; extremities
color change of fingers; Raynaud; white fingers; fingers turning white; blue fingers ~ fingers; cold
snoring; snores; loud snoring ~ sleep; apnea
yawning; excessive yawning ~ yawn
gooseflesh; goosebumps; piloerection; goose bumps; goose pimples
sense of doom; impending doom ~ doom
popping sensation; felt a pop; heard a pop; feel a pop; a pop; snapping sensation; audible pop ~ snap; pop
locking of the knee; knee locking; giving way ~ knee
failure to thrive; poor weight gain; poor growth ~ weight; growth; percentile; centile
delayed milestones; developmental delay; developmental regression; delayed development ~ milestones; development; walk; sit
bedwetting; enuresis ~ urine; wet
poor concentration; difficulty concentrating; inattention; trouble focusing ~ attention; concentrate
loss of interest; anhedonia ~ interest; mood
social withdrawal; withdrawn ~ social
nightmares; flashbacks; bad dreams ~ dreams; trauma; sleep
obsessions; compulsions; checking rituals; hand washing rituals ~ rituals; repetitive; intrusive
binge eating; binges; purging; self-induced vomiting ~ vomit; eat; diet
food stuck; food getting stuck; food impaction ~ swallow; food
foreign body sensation; lump in throat; globus ~ throat
night pain; pain at night; wakes her at night; wakes him at night; wakes them at night; wakes her up at night; wakes him up at night; wakes her from sleep; wakes him from sleep; awakens her at night; awakens him at night; worse at night; keeps her up at night; keeps him up at night ~ night; nocturn; sleep; awak; wake; rest
pain at rest; rest pain ~ rest; night
stools with blood; loose stools with blood; stool with blood; blood in the diarrhea; stools with mucus; bloody mucus ~ blood; mucus; dysent; hematochez; melena
sputum with blood; cough with blood ~ blood; hemopt
vomiting with blood; vomit with blood ~ blood; hematem
urine with blood ~ blood; hematur
claudication; calf pain on walking; leg pain on walking ~ claud; walk
drop attacks; blackouts; passed out; passing out; blacked out ~ conscious; syncop; faint; collapse
heat intolerance; cold intolerance ~ heat; cold; thyr
morning stiffness; stiffness in the morning ~ stiff; morning
jaw claudication; scalp tenderness; jaw pain on chewing ~ jaw; scalp
dry eyes; dry mouth; gritty eyes ~ dry
tinnitus; ringing in the ears ~ ear; ring
globus sensation; lump in the throat ~ throat; lump
pica; craving for ice; ice cravings; craving ~ crav; ice; eat; pica
night terrors; sleepwalking; nightmares; bad dreams; vivid dreams; flashbacks; bruxism ~ night; sleep; dream; flashback; walk
vaginal spotting; spotting between periods; bleeding after intercourse; postcoital bleeding; dyspareunia; painful intercourse; pain with intercourse ~ bleed; spot; intercourse; vagin; sex; coit
sciatica; shooting leg pain; radicular pain; pain down the leg ~ leg; back; radicul; sciat
halos; halos around lights; glare; flashes of light; floaters; curtain over the vision; flashing lights ~ halo; light; vision; flash; float; visual; curtain; eye
postnasal drip; frothy sputum; rusty sputum; foul-smelling sputum; green sputum; yellow sputum ~ sputum; nasal; nose; drip; phlegm; cough; expector
foul-smelling discharge; discharge; purulent discharge; pus; oozing; yellow discharge; white discharge ~ discharg; pus; purulen; ooz; drain; exud; secret; suppur
flight of ideas; pressured speech; racing thoughts; grandiosity; grandiose; reckless spending; spending spree; decreased need for sleep ~ mania; manic; speech; thought; hyperact; grandi; spend; sleep; elevated mood; euphori
sugar in the urine; glycosuria; glucosuria; ketonuria ~ urin; gluc; ketone; sugar; diabet
teeth grinding; jaw pain; jaw clicking; lockjaw; toothache; dental pain; loose teeth ~ jaw; tooth; teeth; dent; TMJ; mastic; trismus
hiccups; belching; flatulence; bloating; early satiety; indigestion; heartburn; regurgitation ~ hiccup; belch; gas; bloat; satiet; fullness; reflux; regurgit; dyspep; heartburn; disten; indigest; abdom
tenesmus; straining at stool; rectal urgency; mucus in the stool; mucus ~ stool; rect; mucus; mucoid; defec; bowel; dysenter
gait instability; frequent falls; recurrent falls; clumsiness; stumbling; loss of balance; poor balance ~ gait; fall; fell; balance; clums; stumbl; ataxi; walk; unsteady
leg cramps; muscle cramps; cramping; cramps; spasms; muscle spasms; carpopedal spasm ~ cramp; spasm; tetan; colic; contract
`;
