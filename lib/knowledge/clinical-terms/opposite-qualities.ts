/**
 * Qualities of one finding that exclude each other. Own selection from general medical knowledge. A line is
 * `head; head | quality; quality | quality; quality`: the qualities between two bars mean the same. A quality after `=` needs
 * no head beside it. In a line that begins with `+` the qualities can hold together, so that only a denial contradicts.
 */
export const OPPOSITE_QUALITIES = `
pupil | dilated; blown; =mydriasis; =mydriatic | pinpoint; constricted; miotic; =miosis
cough | dry; nonproductive; hacking | productive; wet
weight | loss; lost | gain
appetite | increased; good; =polyphagia | decreased; poor; loss; reduced
loss; onset; vision; weakness; headache; hearing; swelling; dyspnea; paralysis; deterioration; blindness | sudden; abrupt; suddenly; abruptly | gradual; insidious; gradually; slowly
mass; lump; swelling; ulcer; lesion; node; nodule; lymphadenopathy; chancre; testis | painless; nontender | painful; tender
vision; visual; hematuria; bleeding; jaundice; loss | painless | painful
abdomen; abdominal; belly; uterus | nontender; =nontender abdomen | tender
lung; chest; auscultation; air entry; breath sound | clear; normal; unremarkable; vesicular | =crackles; =crackle; =rales; =crepitations; =crepitation; =wheeze; =wheezes; =wheezing; =rhonchi; =stridor; decreased; diminished; absent; reduced; dull
heart sound; precordium | normal; unremarkable | =murmur; =gallop; =friction rub; muffled; distant
abdomen; abdominal; belly | soft; benign; unremarkable; nontender | =guarding; =rebound tenderness; =rebound; rigid; rigidity; distended; tender; tenderness; =peritonitis
neck | supple | =neck stiffness; =nuchal rigidity; =stiff neck; stiff; rigid; =meningismus; rigidity; stiffness
pupil | equal; symmetric | unequal; =anisocoria; asymmetric
pupil | reactive | unreactive; nonreactive; fixed; =relative afferent pupillary defect
gait | normal; steady; unremarkable | =ataxia; =ataxic; unsteady; shuffling; =wide-based gait; abnormal; antalgic; waddling; broad-based; spastic
speech | clear; normal; fluent | slurred; =dysarthria; =dysarthric; garbled; =aphasia; =aphasic; incoherent
orientation; mental status; mentation; patient; sensorium | =oriented; normal; clear | =disoriented; =confused; =confusion; altered; =disorientation; =delirium; =delirious
fundus; fundi; fundoscopy; optic disc; optic disk; disc; disk | normal; unremarkable; flat; sharp | =papilledema; swollen; congested; edematous; blurred; pale; hyperemic; cupped
throat; pharynx; oropharynx; tonsil | clear; normal; unremarkable; pink | erythematous; inflamed; =exudate; =exudates; injected; red; swollen; =tonsillar exudate; enlarged
tympanic membrane; eardrum; TM | normal; intact; pearly; mobile | bulging; erythematous; perforated; retracted; immobile
chest x-ray; radiograph; chest radiograph; CXR; x-ray; film | normal; clear; unremarkable | =infiltrate; =infiltrates; =consolidation; =opacity; =opacities; =pleural effusion; =cardiomegaly; =pneumothorax; abnormal; =cavitation; =hyperinflation
ECG; EKG; electrocardiogram | normal; unremarkable; sinus rhythm | abnormal; =ST elevation; =ST-segment elevation; =ST depression; =T wave inversion; =Q waves; =atrial fibrillation; =peaked T waves
endoscopy; colonoscopy; gastroscopy; EGD | normal; unremarkable; clean; negative | =varices; =ulcer; =ulceration; =mass; =polyp; =polyps; =esophagitis; =gastritis; abnormal
treatment; therapy; medication; antibiotic; drug; steroid; corticosteroid; regimen; bronchodilator; analgesic; response; respond | =responded; =responds; =responding; =responded well; =good response; improved; improvement; relief; relieved; success; successful; resolved | =did not respond; =not responded; =no response; =poor response; =poor responses; =failed to respond; =refractory; failed; =no improvement; =no relief; =unresponsive; unsuccessful
conjunctiva; conjunctivae | pale | pink; injected; red
skin; extremity; hand; foot; limb | warm | cold; cool
skin; mucous | dry | moist; clammy; sweaty
blood pressure; BP; pressure | high; elevated; raised; rising; increased; =hypertension; =hypertensive; =HTN | low; dropping; falling; decreased; reduced; =hypotension; =hypotensive
heart; heart rate; pulse; heartbeat; rate | fast; rapid; racing; =tachycardia; =tachycardic | slow; =bradycardia; =bradycardic
breathing; respiration; respiratory | rapid; fast; =tachypnea; =tachypneic | slow; =bradypnea
reflex | brisk; increased; hyperactive; exaggerated; =hyperreflexia | decreased; absent; diminished; reduced; =hyporeflexia; =areflexia
tone; muscle | spastic; =hypertonia; =hypertonic; =spasticity | flaccid; floppy; =hypotonia; =hypotonic
murmur | systolic; holosystolic; pansystolic | diastolic
mass; lump; node; nodule; swelling; consistency | firm; hard | soft
mass; lump; node; nodule | fixed; immobile | mobile; movable; freely mobile
mass; lump; tumor; lesion; nodule | solid | cystic
border; margin; surface; edge | smooth; regular; defined | irregular; rough
uterus; uterine | firm; contracted | boggy; atonic; soft
fontanelle | bulging; tense | sunken; depressed
vomit; vomiting; emesis; vomitus | bilious; green | nonbilious
rash; spot; lesion | blanching | nonblanching
rash; lesion | itchy; pruritic | nonpruritic
culture; test; antigen; smear; serology; monospot; titer; screen; HIV; ANA; hCG; VDRL; RPR; Coombs; swab; sign | positive | negative
breath; air entry | absent; decreased; diminished; reduced | normal; equal; increased
bowel | hyperactive; increased | hypoactive; decreased; absent
plantar; toe; Babinski | upgoing; extensor; positive | downgoing; flexor; negative
percussion; note | dull; =dullness | hyperresonant; tympanic; resonant; =hyperresonance
menses; period; cycle | regular | irregular
pulse; rhythm; heartbeat | regular | irregular; irregularly
pulse | bounding | weak; thready
consciousness; patient; child; infant | alert; awake; conscious | unconscious; comatose; unresponsive
sensation; sensory | intact; preserved; normal | decreased; lost; absent; diminished; reduced; loss
strength; power | intact; preserved; normal; full | decreased; reduced; lost
pain; ache | sharp; stabbing | dull
pain | constant; continuous; persistent | intermittent; colicky; episodic
fever; temperature | high-grade; high grade | low-grade; low grade; mild
pain; headache; tenderness; abdominal pain | mild | severe; excruciating; intense
course; disease; pain; cough; history | acute | chronic; longstanding
bruise; bruising; ecchymosis | unexplained; spontaneous | fall; trauma; injury; accident
+ hallucination | visual | auditory | tactile | olfactory
+ movement; weakness; pain; stiffness | proximal | distal
injection; injected; route; dose; given; administered; treatment; penicillin; antibiotic | intramuscular; intramuscularly; IM | intravenous; intravenously; IV | subcutaneous; subcutaneously | oral; orally
kidney; liver; spleen; heart; thyroid; gland; prostate | enlarged; =organomegaly | shrunken; small; atrophic
delivery; birth; infant; baby; labor | premature; preterm | term; full-term; post-term
delivery; birth | vaginal; vaginally | cesarean; caesarean; C-section
stool | watery; loose | hard; formed
lesion; ulcer | single; solitary | multiple
lens; cornea; eye | clear; transparent | cloudy; opaque; hazy
red cell; anemia; cell | microcytic; =microcytosis | macrocytic; megaloblastic; =macrocytosis | normocytic
gram; cocci; rod; bacillus | =gram positive | =gram negative
urine; fluid; CSF; aspirate; drainage | clear | cloudy; turbid; purulent; bloody
| =hyperkalemia; =hyperkalemic | =hypokalemia; =hypokalemic
| =hypernatremia | =hyponatremia
| =hypercalcemia | =hypocalcemia
| =hyperglycemia; =hyperglycemic | =hypoglycemia; =hypoglycemic
| =leukocytosis | =leukopenia
| =thrombocytosis | =thrombocytopenia; =thrombocytopenic
| =hyperthyroidism; =hyperthyroid | =hypothyroidism; =hypothyroid
| =polyuria | =oliguria; =anuria
| =hyperthermia; =hyperthermic | =hypothermia; =hypothermic
| =acidosis | =alkalosis
| =unconscious; =comatose | =alert; =fully conscious
| =primigravida; =nulliparous | =multigravida; =multiparous
| =premenopausal | =postmenopausal
| =nonsmoker; =non smoker; =never smoked | =smoker; =smokes
`;
