/** What an examination shows. Own selection from general medical knowledge; the form of a line is told in symptoms.ts. */
export const SIGNS = `
tachycardia; tachycardic; rapid heart rate; fast heart rate; rapid pulse; racing heart; elevated heart rate; high heart rate; fast heartbeat ~ heart rate; pulse; bpm; HR; beats; palpitations; heartbeat; vital
bradycardia; bradycardic; slow heart rate; low heart rate; slow pulse ~ heart rate; pulse; bpm; HR; beats; vital
irregular pulse; irregularly irregular pulse; irregular heartbeat; irregular rhythm ~ pulse; fibrillation; rhythm; arrhythmia; ECG
hypotension; hypotensive; low blood pressure; dropping blood pressure; drop in blood pressure ~ blood pressure; BP; mmHg; mm Hg; shock; vital
hypertensive; high blood pressure; elevated blood pressure; raised blood pressure ~ blood pressure; BP; mmHg; mm Hg; hypertension; vital
orthostatic hypotension; postural hypotension; orthostasis; postural drop ~ standing; blood pressure; orthostatic; BP
tachypnea; tachypneic; rapid breathing; fast breathing; increased respiratory rate; high respiratory rate; rapid respirations ~ respiratory rate; respirations; RR; breaths; breathing; dyspnea; respiratory
bradypnea; slow breathing; respiratory depression; shallow breathing ~ respiratory rate; respirations; breaths; breathing; respiratory
apnea; apneic episodes; pauses in breathing; stops breathing ~ breathing; sleep
hypothermia; low body temperature; hypothermic ~ temperature; cold
hypoxia; hypoxic; hypoxemia; low oxygen saturation; desaturation; low saturation; low oxygen; desaturating ~ oxygen; saturation; SpO2; SaO2; O2; PaO2; pO2; cyanosis
oxygen saturation; saturations; O2 saturation; sats; SpO2; pulse oximetry ~ oxygen; saturation; SpO2; SaO2; O2; PaO2; pO2; oximetry
cyanosis; cyanotic; bluish discoloration; blue lips; bluish lips; peripheral cyanosis; central cyanosis; turning blue ~ blue; oxygen
pallor; pale; pale conjunctivae; pale skin; conjunctival pallor ~ anemia; hemoglobin
clubbing; clubbed fingers; finger clubbing; digital clubbing ~ nail; fingers
splinter hemorrhages; Janeway lesions; Osler nodes ~ nail; endocarditis; nodules; fingers; palms
koilonychia; spoon nails ~ nail
cool clammy skin; mottled skin; mottling; poor perfusion ~ skin; shock
delayed capillary refill; prolonged capillary refill; poor capillary refill ~ capillary; refill
dehydration; dehydrated; poor skin turgor; decreased skin turgor; sunken eyes; sunken fontanelle; dry mucous membranes ~ mucous; turgor; dry; fluid; diarrhea; vomit; hydration
bulging fontanelle; full fontanelle; tense fontanelle ~ fontanelle
sunken fontanelle; depressed fontanelle ~ fontanelle
lymphadenopathy; swollen lymph nodes; enlarged lymph nodes; swollen glands; lymph node enlargement; adenopathy; palpable nodes; enlarged nodes; cervical lymphadenopathy ~ lymph; node; gland
hepatomegaly; enlarged liver; palpable liver; liver enlargement ~ liver; hepatosplenomegaly; costal margin
splenomegaly; enlarged spleen; palpable spleen; spleen enlargement; swollen spleen ~ spleen; hepatosplenomegaly; costal margin
hepatosplenomegaly ~ liver; spleen
ascites; shifting dullness; fluid wave; fluid thrill ~ abdomen; fluid; girth
abdominal tenderness; tender abdomen; tenderness in the abdomen; abdominal guarding ~ tender; guarding; abdomen; quadrant
rebound tenderness; rebound; guarding; peritoneal signs; peritonism; rigid abdomen; board-like abdomen; abdominal rigidity ~ peritonitis; abdomen; guarding; rebound; rigid
Murphy sign; Murphy's sign; positive Murphy ~ Murphy; quadrant; gallbladder
McBurney tenderness; McBurney's point tenderness; psoas sign; obturator sign; Rovsing sign ~ quadrant; iliac; McBurney; psoas; appendicitis
Cullen sign; Grey Turner sign; flank bruising; periumbilical bruising ~ flank; umbilicus; bruise; ecchymosis
abdominal mass; palpable abdominal mass; olive-shaped mass; sausage-shaped mass; pulsatile mass ~ mass; abdomen
bowel sounds absent; absent bowel sounds; decreased bowel sounds; hypoactive bowel sounds; hyperactive bowel sounds; high-pitched bowel sounds ~ bowel sounds; bowel
costovertebral angle tenderness; CVA tenderness; flank tenderness ~ costovertebral; CVA; flank
suprapubic tenderness; palpable bladder; distended bladder ~ suprapubic; bladder
cervical motion tenderness; adnexal tenderness; adnexal mass ~ cervical; adnexa; pelvis; ovary
boggy uterus; uterus feels boggy; uterine atony; soft uterus; uterus is soft; boggy ~ uterus; atony; atonic
firm uterus; contracted uterus; well-contracted uterus ~ uterus
enlarged uterus; bulky uterus; uterine enlargement; fundal height ~ uterus; fundus; fundal
closed cervical os; open cervical os; dilated cervix; cervical dilation ~ cervix; cervical; os; dilated
cystocele; uterine prolapse; rectocele ~ prolapse; vagina
prostate enlargement; enlarged prostate; tender prostate; prostatic nodule; boggy prostate ~ prostate
inguinal mass; groin lump; groin swelling ~ inguinal; groin; hernia
transillumination; transilluminates ~ scrotum; hydrocele; light
bag of worms; absent cremasteric reflex; cremasteric reflex ~ scrotum; testis; varicocele
Valsalva; Valsalva maneuver; straining; strained; bearing down ~ strain; bear; Valsalva
crackles; rales; crepitations; basal crackles; bibasilar crackles; inspiratory crackles; coarse crackles; fine crackles ~ lung; auscultation; breath sounds
rhonchi; coarse breath sounds ~ breath sounds; lung; auscultation; wheeze
decreased breath sounds; absent breath sounds; reduced breath sounds; diminished breath sounds; reduced air entry; decreased air entry ~ breath sounds; air entry; auscultation; lung
bronchial breath sounds; bronchial breathing; egophony; increased tactile fremitus; decreased tactile fremitus ~ breath sounds; fremitus; lung; consolidation
dullness to percussion; dull to percussion; dull percussion; stony dullness; dull percussion note ~ percussion; dull
hyperresonance; hyperresonant; hyper-resonance; resonant to percussion; tympanic percussion ~ percussion; resonant; resonance
pleural rub; friction rub; pericardial rub; pericardial friction rub ~ rub
accessory muscle use; use of accessory muscles; intercostal retractions; retractions; nasal flaring; chest indrawing; grunting; subcostal retractions; intercostal recession ~ accessory; retraction; recession; flaring; indrawing; distress; grunt
tracheal deviation; deviated trachea; tracheal shift ~ trachea
barrel chest; increased anteroposterior diameter; hyperinflated chest ~ chest; emphysema
subcutaneous emphysema; crepitus; subcutaneous crepitus ~ subcutaneous; crepitus
flail chest; paradoxical chest movement ~ ribs; chest
jugular venous distension; elevated JVP; raised JVP; JVD; distended neck veins; neck vein distension; jugular distension; elevated jugular venous pressure ~ jugular; JVP; JVD; neck veins
hepatojugular reflux ~ jugular; hepatojugular
murmur; heart murmur; systolic murmur; diastolic murmur; holosystolic murmur; ejection murmur; pansystolic murmur; continuous murmur; cardiac murmur ~ murmur; auscultation; valve; stenosis; regurgitation
gallop; S3; S3 gallop; third heart sound ~ heart sound; gallop; S4
S4; fourth heart sound; S4 gallop ~ heart sound; gallop; S3
muffled heart sounds; distant heart sounds ~ heart sound
loud P2; loud second heart sound; fixed split S2; wide split S2; split S2 ~ S2; heart sound; P2
opening snap; ejection click; midsystolic click ~ snap; click; valve
parasternal heave; right ventricular heave; thrill; displaced apex beat; displaced apical impulse ~ heave; apex; apical; thrill; impulse
pulsus paradoxus; pulsus alternans; bounding pulse; water hammer pulse; weak pulse; thready pulse ~ pulse
absent pulses; absent pedal pulses; diminished pulses; weak pulses; absent femoral pulses; radio-femoral delay ~ pulse
carotid bruit; abdominal bruit; bruit; renal bruit ~ bruit
varicose veins; dilated veins; caput medusae ~ vein
unilateral leg swelling; Homans sign; calf swelling ~ leg; calf; swelling
warm extremities; warm skin; flushed skin ~ warm; flush
edema; oedema; swelling of extremities; anasarca; generalized edema ~ swelling; swollen; edematous; puffy
spider angiomas; spider nevi; telangiectasias; telangiectasia; spider angiomata; dilated capillaries ~ spider; telangiectasia
palmar erythema; red palms ~ palm
asterixis; flapping tremor; liver flap ~ flap; tremor
gynecomastia; breast enlargement in a man ~ breast; areola; nipple
petechiae; petechial rash; pinpoint spots; purpura; purpuric rash; palpable purpura; non-blanching rash ~ purpura; petechia; rash; blanch; spots
maculopapular rash; morbilliform rash; erythematous rash; macular rash; papules ~ rash; skin; lesion; macule; papule
butterfly rash; malar rash ~ rash; face; cheek; malar
heliotrope rash; Gottron papules; Gottron's papules ~ rash; eyelid; knuckle
target lesions; targetoid lesions; bull's-eye rash; erythema migrans; bullseye rash ~ rash; target; lesion
erythema nodosum; tender nodules on the shins; erythema multiforme ~ nodule; shin; erythema; rash
strawberry tongue; red tongue; smooth tongue; glossitis; beefy tongue ~ tongue
cracked lips; angular cheilitis; chapped lips; fissured lips ~ lips; mouth
desquamation; peeling skin; skin peeling; sloughing ~ peel; skin; slough
Koplik spots; oral thrush; white plaques in the mouth; leukoplakia; hairy leukoplakia ~ mouth; tongue; plaques; buccal
gray pseudomembrane; tonsillar exudate; tonsillar enlargement; exudative tonsils; enlarged tonsils; uvular deviation ~ tonsil; pharynx; throat; exudate; uvula; membrane
bulging tympanic membrane; red eardrum; erythematous tympanic membrane; tympanic membrane perforation ~ tympanic; ear; eardrum
goiter; enlarged thyroid; thyroid enlargement; thyromegaly; thyroid nodule; neck mass; neck swelling ~ thyroid; neck; nodule
exophthalmos; proptosis; bulging eyes; lid lag; lid retraction ~ eye; orbit
dilated pupils; mydriasis; blown pupil ~ pupil
pinpoint pupils; miosis; constricted pupils; small pupils; miotic pupils ~ pupil
afferent pupillary defect; RAPD; relative afferent pupillary defect; Marcus Gunn pupil; sluggish pupils; non-reactive pupil; fixed pupil ~ pupil; afferent
ptosis; drooping eyelid; droopy eyelid; drooping eyelids ~ eyelid; lid
anhidrosis; Horner syndrome; Horner's ~ pupil; ptosis; sweat
nystagmus; ophthalmoplegia; gaze palsy; gaze deviation; extraocular movement restriction; internuclear ophthalmoplegia ~ eye; gaze; ocular
papilledema; optic disc swelling; optic disc edema; swollen optic disc; blurred disc margins ~ disc; fundus; fundoscopy; ophthalmoscopy
cherry-red spot; cotton wool spots; retinal hemorrhages; flame hemorrhages; Roth spots; hard exudates; neovascularization; microaneurysms; cupping; optic disc cupping ~ retina; fundus; macula; fundoscopy; disc
corneal ulcer; corneal opacity; corneal clouding; cloudy cornea; hypopyon; keratic precipitates ~ cornea; eye; anterior chamber
Kayser-Fleischer rings; corneal rings; xanthelasma; arcus ~ cornea; eye; ring
leukocoria; white pupil; absent red reflex ~ pupil; reflex; red
increased intraocular pressure; raised intraocular pressure; elevated intraocular pressure; high eye pressure ~ intraocular; tonometry; eye
visual field defect; hemianopia; bitemporal hemianopsia; scotoma; tunnel vision; homonymous hemianopia ~ visual; vision; field
hyperreflexia; brisk reflexes; increased reflexes; exaggerated reflexes; hyperactive reflexes ~ reflex
hyporeflexia; areflexia; absent reflexes; decreased reflexes; diminished reflexes; reduced reflexes; loss of reflexes ~ reflex
Babinski sign; positive Babinski; upgoing plantar; extensor plantar; upgoing toe; plantar extensor ~ Babinski; plantar; toe
clonus; ankle clonus ~ clonus; reflex
spasticity; hypertonia; increased tone; rigidity; muscle rigidity; cogwheel rigidity; stiffness; lead-pipe rigidity ~ tone; rigid; stiff; spastic
hypotonia; decreased tone; floppy; low tone; flaccid; flaccidity ~ tone; flaccid
fasciculations; muscle twitching; twitching; tongue fasciculations ~ twitch; muscle
muscle atrophy; muscle wasting; thenar atrophy; wasted muscles ~ muscle; atrophy; bulk
Kernig sign; Brudzinski sign; Kernig's sign; Brudzinski's sign; meningeal signs ~ Kernig; Brudzinski; meningeal; neck
Romberg sign; positive Romberg; dysmetria; dysdiadochokinesia; intention tremor; past pointing ~ Romberg; cerebellar; coordination; gait; finger
bradykinesia; shuffling gait; masked face; masked facies; pill-rolling tremor; resting tremor ~ gait; parkinson; tremor; slow; face
chorea; dystonia; myoclonus; tics; athetosis; myoclonic jerks; choreiform movements ~ movement; jerk; dystonic; tic; involuntary
wide-based gait; waddling gait; high-stepping gait; foot drop; steppage gait; limp; antalgic gait; Trendelenburg sign ~ gait; walk; limp; foot
loss of vibration sense; decreased vibration sense; impaired proprioception; loss of proprioception; stocking-glove distribution ~ vibration; proprioception; sensation; position
Phalen sign; Tinel sign; Phalen test; Tinel's sign ~ wrist; Phalen; Tinel; median
straight leg raise; positive straight leg raise; Lasegue ~ leg; raise
Chvostek sign; Trousseau sign; carpopedal spasm; tetany; Chvostek's sign ~ Chvostek; Trousseau; spasm; calcium
tender joints; joint tenderness; joint deformity; swan neck deformity; Heberden nodes; boutonniere deformity; tophi; ulnar deviation ~ joint; deformity; finger; nodule
reduced range of motion; limited range of motion; restricted movement; decreased range of motion ~ motion; movement; range
bony tenderness; point tenderness; spinal tenderness; sacroiliac tenderness; vertebral tenderness ~ tender; spine; bone; vertebra
anterior drawer test; Lachman test; McMurray test; positive Lachman; positive drawer; Thompson test; positive Thompson ~ knee; drawer; Lachman; test; calf
leg shortening; externally rotated leg; shortened leg; external rotation ~ leg; rotation; hip
barlow test; ortolani test; hip click; asymmetric skin folds ~ hip; Ortolani; Barlow
scoliosis; kyphosis; lordosis ~ spine; curvature
foot ulcer; leg ulcer; skin ulcer; pressure ulcer; sacral ulcer; gangrene; necrotic tissue; eschar ~ ulcer; wound; necrosis; foot; black
cellulitis; skin warmth; erythema and warmth; warm swollen; purulent drainage; purulent discharge; pus ~ erythema; warm; drainage; pus; skin; purulent
abscess; fluctuance; fluctuant mass; fluctuant swelling ~ swelling; mass; pus; fluctuant
moon face; buffalo hump; purple striae; abdominal striae; central obesity; truncal obesity; moon facies ~ striae; obese; face; cushing
acanthosis nigricans; skin tags; acne ~ neck; pigment; skin
vitiligo; cafe-au-lait spots; ash leaf spots; neurofibromas; depigmented patches; port-wine stain; hypopigmented macules ~ skin; macule; patch; pigment; spots
Gower sign; Gowers sign; calf pseudohypertrophy; enlarged calves ~ calf; Gower; stand
Battle sign; raccoon eyes; hemotympanum; CSF rhinorrhea; CSF otorrhea ~ ear; eye; bruise; skull
decorticate posturing; decerebrate posturing; posturing ~ posture; posturing
low Glasgow coma scale; GCS; Glasgow coma score ~ Glasgow; GCS; consciousness; coma
unresponsive; comatose; coma; unconscious; obtunded; stuporous ~ consciousness; conscious; responsive; coma
dysmorphic features; low-set ears; epicanthal folds; single palmar crease; webbed neck; short stature; upslanting palpebral fissures; flat nasal bridge; high-arched palate ~ face; ears; palmar; neck; height; stature; tall; short
tall stature; long limbs; arachnodactyly; joint hypermobility; hyperextensible skin ~ tall; height; limbs; joint; arms
pectus excavatum; pectus carinatum ~ chest; sternum; pectus
undescended testis; cryptorchidism; ambiguous genitalia; hypospadias; micropenis ~ testis; genital; penis; scrotum
imperforate hymen; blind vaginal pouch ~ vagina; hymen
Tanner stage; absent pubic hair; sparse pubic hair; precocious puberty; delayed puberty ~ Tanner; hair; puberty; breast
unkempt; disheveled; poor eye contact; flat affect; blunted affect; poor hygiene ~ affect; hygiene; eye contact; appearance
singed nasal hairs; soot in the mouth; carbonaceous sputum; circumferential burn ~ burn; smoke; fire; soot; singed
fruity breath; Kussmaul breathing; Kussmaul respirations; acetone breath ~ breath; respirations; ketone
track marks; needle marks; needle tracks; injection marks ~ needle; inject; IV drug; intravenous drug
bite marks; tick bite mark; puncture wound; puncture marks ~ bite; wound; puncture
obese; obesity; overweight; morbid obesity ~ weight; BMI; body mass index; kg
underweight; thin; malnourished; malnutrition ~ weight; BMI; nutrition; thin; homeless; alcohol
pericardial knock; pericardial rub; pericardial friction rub; Kussmaul sign; Kussmaul's sign; Friedreich sign ~ knock; rub; Kussmaul
Ewart sign; Levine sign; Corrigan pulse; Quincke sign; Duroziez sign; de Musset sign; water-hammer pulse; pulsus alternans; cannon a waves; Graham Steell murmur; Austin Flint murmur ~ pulse; murmur; bound
Homans sign; Homans' sign; calf tenderness ~ calf; thrombos; DVT
Trousseau syndrome; migratory thrombophlebitis ~ thrombophleb
Courvoisier sign; palpable gallbladder ~ gallbladder; Courvois
caput medusae; fetor hepaticus; hepatic flap ~ liver; cirrho; hepat; asterix
Nikolsky sign; Auspitz sign; Koebner phenomenon; Darier sign; dermatographism ~ skin; rash; blister; bulla
Lhermitte sign; Hoffmann sign; Hoffmann's sign; Lhermitte's sign; pronator drift ~ neurolog; electric
Gottron papules; shawl sign; mechanic's hands ~ rash; knuckle
Roth spots; Roth's spots ~ retin; fundo
Argyll Robertson pupil; Marcus Gunn pupil; anisocoria ~ pupil
blue sclerae; Brushfield spots; Lisch nodules; epicanthal folds; simian crease ~ sclera; iris; palm; crease
Blumberg sign; Kehr sign; Dance sign ~ abdom; rebound; spleen
Osler's nodes; Janeway lesion; splinter hemorrhage ~ nail; finger; palm; endocard
webbed neck; shield chest; low hairline ~ neck; Turner
saddle nose; mulberry molars; Hutchinson teeth; rhagades ~ nose; teeth; syphil
Meniscal click; McMurray test; Lachman test; Finkelstein test; Spurling test; Tinel's sign; Phalen's test ~ knee; wrist; nerve; test
ulcer; ulcers; ulceration; ulcerated ~ ulcer; wound; sore; chancre; erosion; lesion; eroded
wound; open wound; laceration; lacerations; abrasion; abrasions; graze ~ wound; lacerat; abras; cut; injur; trauma; ulcer; stab
scar; scars; keloid; keloid scar; scarring ~ scar; keloid; surg; burn; incision
cafe-au-lait spots; café-au-lait spots; axillary freckling; freckles; freckling; neurofibromas; ash leaf spots; shagreen patch ~ spot; macule; freckl; fibroma; hypopigment; patch; pigment
sclerodactyly; skin tightening; thickened skin; skin thickening ~ skin; finger; sclero
wrist drop; claw hand; winged scapula; pes cavus; hammer toes; pes planus ~ wrist; hand; scapul; foot; arch; toe
cleft lip; cleft palate; bifid uvula; high-arched palate; micrognathia; epicanthal folds; macroglossia ~ cleft; palate; jaw; tongue; facies; dysmorph; epicanth; face
imperforate anus; anal atresia; ambiguous genitalia; hypospadias; omphalocele; gastroschisis ~ anus; anal; genital; urethr; abdom; bowel; umbilic
engorged breasts; mastitis; nipple discharge; cracked nipples; peau d'orange; nipple inversion; skin dimpling ~ breast; nipple; dimpl
seatbelt sign; CSF leak; CSF rhinorrhea; hemotympanum; flail chest; crepitus; flail segment ~ trauma; bruis; leak; tympan; rib; crepit; chest; nose
broken rib; rib fracture; rib fractures; skull fracture; fracture; fractures; broken bone; compression fracture; broken arm; broken leg ~ fractur; broke; rib; bone; break
dislocation; dislocated shoulder; subluxation; joint instability ~ dislocat; sublux; shoulder; joint
deformity; deformities; contracture; contractures; kyphosis; scoliosis; lordosis; hunchback ~ deform; contract; spin; curv; kypho; scoli
visible peristalsis; succussion splash; visible veins; dilated veins ~ periste; splash; vein; abdom; venous
thrush; oral thrush; white plaques; oral candidiasis; leukoplakia ~ candid; thrush; white; plaque; mouth; oral; tongue
blisters; blister; bullae; bulla; vesicles; vesicle; pustules; pustule; papules; papule; nodules; crusts; crusting; scaling; scales; plaques; wheals; welts; hives; urticaria; boils; boil; abscess; abscesses; carbuncle; furuncle; warts; wart; skin tags; mole; moles; comedones; acne; dandruff; excoriations; lichenification ~ rash; lesion; blister; bull; vesic; pustul; papul; nodul; crust; scal; plaque; wheal; welt; hive; urticar; boil; abscess; wart; mole; acne; eruption; skin; dermat; spot; itch; prurit; excoriat; eczema; psoria
exophthalmos; proptosis; lid lag; lid retraction; chemosis; ptosis; squint; strabismus; esotropia; exotropia; leukocoria; white reflex ~ eye; lid; propto; bulg; squint; strabism; retina; pupil; reflex; droop
tracheal deviation; deviated trachea; tracheal tug ~ trache; deviat; mediastin
carotid bruit; bruit; bruits; thrill; palpable thrill; heave; parasternal heave; pericardial rub; friction rub; pleural rub; opening snap; ejection click; midsystolic click; knock ~ bruit; thrill; heave; rub; snap; click; murmur; knock; auscult; impulse
`;
