/**
 * What was done to a patient, what is in place, and what a patient was exposed to. Own selection from general medical
 * knowledge; the form of a line is told in symptoms.ts.
 */
export const PROCEDURES = `
appendectomy; appendix removed; appendicectomy
cholecystectomy; gallbladder removed; gallbladder removal ~ gallbladder
hysterectomy; uterus removed ~ uterus
oophorectomy; ovaries removed; salpingo-oophorectomy ~ ovary
mastectomy; lumpectomy ~ breast
thyroidectomy; thyroid surgery; parathyroidectomy ~ thyroid; neck surgery
splenectomy; spleen removed ~ spleen
nephrectomy; kidney removed ~ kidney
colectomy; bowel resection; small bowel resection; hemicolectomy; colostomy; ileostomy ~ bowel; colon; resection
gastric bypass; bariatric surgery; gastrectomy; gastric sleeve; sleeve gastrectomy; gastric banding ~ stomach; bariatric
prostatectomy; TURP; transurethral resection ~ prostate
vasectomy; tubal ligation; sterilization
cesarean section; C-section; caesarean; cesarean delivery ~ delivery
tonsillectomy; adenoidectomy ~ tonsil
coronary artery bypass; CABG; bypass surgery; coronary bypass; bypass grafting ~ bypass; coronary
angioplasty; PCI; percutaneous coronary intervention; coronary stent; stent; stents; drug-eluting stent; stenting ~ coronary; catheterization; angiogra
pacemaker; ICD; implantable defibrillator; implantable cardioverter-defibrillator; defibrillator
prosthetic valve; mechanical valve; valve replacement; artificial valve; bioprosthetic valve; prosthetic heart valve ~ valve
heart transplant; kidney transplant; renal transplant; liver transplant; lung transplant; organ transplant; transplant; transplantation; bone marrow transplant ~ transplant; graft; donor
hip replacement; knee replacement; joint replacement; prosthetic joint; arthroplasty; prosthesis ~ hip; knee; joint; prosthe
carotid endarterectomy; fem-pop bypass; aneurysm repair; amputation; amputated ~ amput; endarterectomy; aneurysm
laminectomy; spinal surgery; back surgery; spinal fusion ~ spine; back
craniotomy; brain surgery; neurosurgery; ventriculoperitoneal shunt; VP shunt ~ shunt; brain; cranio
cataract surgery; cataract extraction; LASIK; eye surgery; lens implant; intraocular lens ~ cataract; eye; lens
recent surgery; previous surgery; abdominal surgery; prior surgery; postoperative; surgical history; major surgery; pelvic surgery ~ surgery; operation; operative; -ectomy; surgical; repair; resection; transplant
dialysis; hemodialysis; peritoneal dialysis; dialysis catheter; AV fistula ~ dialysis; renal failure; end-stage
urinary catheter; Foley catheter; indwelling catheter; catheterization; Foley; bladder catheter; catheterized ~ catheter
central line; central venous catheter; PICC line; central venous line; port-a-cath; indwelling line ~ catheter; line; venous
nasogastric tube; NG tube; feeding tube; PEG tube; gastrostomy; tube feeding ~ tube; gastrostomy
chest tube; thoracostomy; thoracentesis; needle decompression; chest drain ~ tube; pleural; chest
intubation; intubated; mechanical ventilation; ventilator; endotracheal tube; tracheostomy; on a ventilator ~ ventilat; intubat; airway; tube; trache
supplemental oxygen; home oxygen; nasal cannula; oxygen therapy; on oxygen; CPAP; BiPAP; face mask ~ oxygen; ventilat; mask; cannula
intrauterine device; IUD; copper IUD; hormonal IUD; Mirena ~ intrauterine; contracept
hearing aid; hearing aids; cochlear implant ~ hearing
contact lenses; contact lens; contact lens wear; glasses; eyeglasses ~ lens
dentures; dental implant; braces ~ dent; tooth
cane; walker; wheelchair; crutches; bedridden; bedbound; wheelchair-bound ~ walk; bed; immobil
plaster cast; splint; leg cast; in a cast ~ cast; splint; plaster; fracture
biopsy; biopsied; bone marrow biopsy; needle biopsy; fine-needle aspiration; liver biopsy; renal biopsy ~ biopsy; histolog; patholog; aspirat; specimen; microscop
endoscopy; colonoscopy; upper endoscopy; EGD; gastroscopy; sigmoidoscopy ~ endoscop; colonoscop; EGD; scope
bronchoscopy; cystoscopy; laparoscopy; arthroscopy; laryngoscopy; hysteroscopy; laparotomy ~ scopy; laparo
lumbar puncture; spinal tap; LP ~ CSF; spinal; cerebrospinal; puncture
paracentesis; ascitic tap ~ ascit; fluid
cardiac catheterization; coronary angiography; angiogram; angiography; coronary angiogram ~ catheter; angiogra
echocardiogram; echo; echocardiography; transthoracic echocardiogram; TTE; TEE; transesophageal echocardiogram ~ echo; ultrasound
electrocardiogram; ECG; EKG ~ ECG; EKG; electrocardiogra; cardiogram; rhythm
stress test; exercise stress test; treadmill test; exercise test ~ treadmill; ergomet; stress echo
Holter monitor; event recorder ~ Holter; monitor
tilt table test; tilt-table test ~ tilt
chest X-ray; chest radiograph; CXR; chest film; chest x ray ~ X-ray; radiograph; CXR; film; imaging; X ray; radiograph
CT scan; computed tomography; CT; CAT scan; head CT; CT angiography; CT of the abdomen ~ CT; tomograph; scan; imaging
MRI; magnetic resonance imaging; MRI scan; MRCP ~ MRI; magnetic; imaging; scan
ultrasound; ultrasonography; sonogram; Doppler; abdominal ultrasound; duplex ultrasound; pelvic ultrasound; transvaginal ultrasound ~ ultraso; sonogra; Doppler; echo; scan
PET scan; bone scan; V/Q scan; ventilation-perfusion scan; HIDA scan; thyroid scan; scintigraphy; DEXA scan ~ scan; scintigra; PET; DEXA; uptake
mammogram; mammography ~ mammogra; breast
EEG; electroencephalogram; electromyography; EMG; nerve conduction study ~ EEG; EMG; electro; nerve conduction
spirometry; pulmonary function tests; PFTs; peak flow ~ spirometry; FEV1; pulmonary function; FVC; flow
blood transfusion; transfusion; transfused; packed red cells; platelet transfusion; units of blood ~ transfus; packed; units
plasmapheresis; plasma exchange; IVIG; intravenous immunoglobulin ~ plasma; immunoglobulin
radiation therapy; radiotherapy; radiation; irradiation; external beam radiation ~ radiation; radiat; irradiat; cancer; brachytherapy
intravenous fluids; IV fluids; fluid resuscitation; normal saline; bolus; fluid bolus; saline; IV hydration ~ fluid; saline; Ringer; intravenous; IV
cardiopulmonary resuscitation; CPR; chest compressions; defibrillated; cardioversion; resuscitated ~ resuscitat; CPR; defibrill; arrest
circumcision; circumcised; uncircumcised ~ circumcis
tooth extraction; dental work; dental procedure; tooth pulled; root canal; dental extraction; dental cleaning; dental surgery ~ dent; tooth; extract
intramuscular injection; IM injection; given intramuscularly ~ intramuscular; IM; injection
intravenous injection; IV injection; given intravenously ~ intravenous; IV; injection
subcutaneous injection; steroid injection; joint injection; epidural; epidural injection; spinal anesthesia; nerve block ~ injection; epidural; subcutaneous; anesthe
vaccination; vaccinated; immunization; immunized; vaccine; flu shot; up to date on vaccines; unvaccinated; immunizations; tetanus shot; booster ~ vaccin; immuniz; immunis; shot
`;
export const EXPOSURES = `
smoking; smoker; smokes; tobacco use; cigarette smoking; pack-years; tobacco; pack-year; cigarettes; smoked ~ smok; cigar; tobacco; pack
former smoker; ex-smoker; quit smoking ~ smok; cigar; tobacco; pack
second-hand smoke; passive smoking; wood smoke ~ smok
alcohol use; heavy drinking; alcohol abuse; alcoholism; alcoholic; drinks heavily; heavy drinker; alcohol consumption; binge drinking; alcohol dependence; drinking alcohol; ETOH; EtOH ~ alcohol; drink; beer; wine; drunk; liquor; whiskey; vodka; cirrhosis; bar
intravenous drug use; IV drug use; injection drug use; IVDU; injecting drugs; needle sharing; intravenous drug user ~ intravenous drug; inject; drug; heroin; IV
drug use; drug abuse; illicit drugs; recreational drugs; substance abuse; substance use; illicit drug use ~ drug; substance; cocaine; heroin; addict
recent travel; traveled abroad; travel history; foreign travel; returned from a trip; trip abroad; vacation abroad ~ travel; trip; return; visit; immigra; vacation; abroad
camping; camping trip; hiking; hike; hiking trip ~ camp; hik; woods; forest; outdoor
tick bite; bitten by a tick; tick exposure ~ tick
mosquito bites; mosquito exposure; insect bite; bug bites; bee sting; wasp sting; insect bites ~ mosquito; insect; bite; sting; bee
dog bite; cat bite; animal bite; bitten by a dog; bitten by a cat; human bite; cat scratch; snake bite; snakebite; spider bite; bat exposure ~ bite; bit; dog; cat; snake; bat; animal; scratch; spider
pets; pet cat; pet bird; pet dog; birds; parrots; pigeons; kittens; cats; reptile; turtle ~ pet; cat; dog; bird; animal; parrot
farm animals; cattle; sheep; farm exposure; livestock; farmer; goats; unpasteurized milk; raw milk; unpasteurized cheese; soft cheese ~ farm; cattle; sheep; animal; milk; cheese; goat; ranch
sick contact; sick contacts; exposure to a sick; contact with someone ill; sick family members; sick sibling; daycare exposure; daycare ~ sick; contact; ill; daycare; sibling; similar symptoms; classmate; school
tuberculosis contact; TB contact; TB exposure; exposure to tuberculosis ~ tubercul; TB; contact
incarceration; prison; jail; homeless; homelessness; shelter; nursing home; living in a shelter ~ prison; homeless; shelter; nursing; incarcerat; jail
asbestos; asbestos exposure; shipyard; insulation worker ~ asbestos; shipyard; insulat; construction
silica; silica exposure; sandblasting; mining; coal dust; miner; coal mining ~ silica; mine; coal; sandblast; dust
chemical exposure; household chemicals; cleaning products; drain cleaner; bleach; caustic ingestion; lye; solvents; paint thinner; pesticides; insecticide; organophosphate; antifreeze; ethylene glycol; methanol; rat poison; battery ~ chemical; clean; caustic; lye; ingest; pesticide; poison; insecticide; antifreeze; methanol; alkali
lead paint; lead exposure; old house; old paint; mercury exposure; arsenic; heavy metals; arsenic exposure ~ lead; paint; mercury; arsenic; metal; house built
carbon monoxide; carbon monoxide exposure; space heater; smoke inhalation; house fire; faulty heater ~ carbon monoxide; heater; fire; smoke; furnace; generator; garage
radiation exposure; sun exposure; sunburn; tanning; tanning beds ~ sun; radiat; tan
unprotected sex; multiple sexual partners; sexually active; unprotected intercourse; new sexual partner; men who have sex with men; multiple partners; sexual intercourse; sex workers ~ sex; partner; intercourse; condom; boyfriend; girlfriend
recent trauma; trauma; head injury; head trauma; injury; blunt trauma; fall from a height; penetrating injury; stab wound; gunshot wound; injured; fell on ~ trauma; injur; fall; fell; accident; hit; struck; wound; stab; shot; crash; collision; fracture; kick; blow
motor vehicle accident; car accident; road accident; car crash; motor vehicle collision; MVA; road traffic accident; motorcycle accident; traffic accident ~ accident; vehicle; crash; collision; car; motorcycle; road; driver; passenger
eye trauma; chemical splash; foreign body; chemical burn ~ eye; splash; foreign body; burn; trauma; metal
foreign body aspiration; choking; choking episode; swallowed a coin; swallowed a battery; peanut; foreign object ~ chok; swallow; coin; peanut; foreign; aspirat; object
burn; burns; scald; thermal burn ~ burn; fire; scald; hot
drowning; near drowning; submersion; electrocution; electrical injury; lightning ~ drown; pool; water; electr
overdose; intentional overdose; took pills; took a bottle of pills; ingestion of pills; empty pill bottle; pill bottle; poisoning ~ overdose; pill; ingest; tablet; bottle; poison; medication
prolonged immobilization; immobility; long flight; bed rest; long-haul flight; recent immobilization; plane ride ~ immobil; flight; bed; surgery; plane; travel; hospital; sit
recent illness; viral illness; upper respiratory infection; recent cold; flu-like illness; recent viral infection; respiratory infection; a cold; recent infection ~ cold; viral; respiratory; infection; flu; illness; sore throat; cough; URI; gastroenteritis; diarrhea
recent hospitalization; hospitalized; hospital stay; previous hospitalization ~ hospital; admit; ICU; surgery
undercooked meat; raw meat; raw shellfish; raw seafood; shellfish; oysters; undercooked pork; undercooked beef; raw eggs; undercooked hamburger; sushi ~ eat; ate; meat; seafood; shellfish; oyster; pork; beef; hamburger; picnic; restaurant; food; fish; egg
food poisoning; picnic; contaminated food; fried rice; reheated rice; potato salad; buffet; canned food; honey; home-canned food ~ food; eat; ate; picnic; rice; restaurant; honey; canned; meal
vegan diet; vegetarian; vegan; strict vegetarian; gluten; cow's milk; goat's milk; breastfed; breastfeeding; formula-fed; exclusively breastfed ~ diet; milk; feed; eat; breast; formula; vegetarian; vegan
well water; contaminated water; swimming; freshwater; swimming in a lake; hot tub; stream water; lake water ~ water; swim; lake; river; pool; tub; stream
gardening; rose thorn; soil; gardener; thorn prick; construction site; cave; caves; spelunking; bat droppings; bird droppings ~ garden; thorn; rose; soil; cave; bat; dropping; construction; plant
barefoot; walking barefoot; stepped on a nail; rusty nail ~ barefoot; nail; foot; step
recent stress; job loss; divorce; bereavement; death of a spouse; breakup; stressful event ~ stress; job; divorce; death; die; work; exam; loss; lost
sports injury; athlete; runner; jogging; basketball; football; marathon; exercise; gym; weightlifting ~ sport; athlet; run; jog; basketball; football; soccer; exercise; train; gym; marathon; play; sprint; jump
preterm birth; premature; born prematurely; low birth weight; premature infant; prematurity; preterm ~ preterm; prematur; gestation; birth weight; weeks; born
prolonged labor; traumatic delivery; meconium; meconium-stained; meconium staining; shoulder dystocia; retained placenta; home birth ~ labor; deliver; forceps; vacuum; meconium; birth; placenta
gestational diabetes; diabetic mother; maternal diabetes; maternal fever; maternal drug use ~ mother; maternal; gestation; diabet; pregnan
pregnant; pregnancy; gravid; primigravida; multiparous; weeks of gestation; trimester ~ pregnan; gestation; gravida; trimester; weeks; gravid; deliver; conceive; period; hCG; labor; postpartum
postpartum; recent delivery; vaginal delivery; recent childbirth; gave birth; miscarriage; abortion; recent miscarriage; stillbirth ~ deliver; birth; postpartum; pregnan; miscarri; abort; gravida; labor
menopause; postmenopausal; menopausal; perimenopausal ~ menopaus; menses; menstrua
family history; runs in the family ~ family; mother; father; brother; sister; parent; relative; hereditary; uncle; aunt; cousin; sibling
drug allergy; penicillin allergy; allergic to penicillin; sulfa allergy; peanut allergy; food allergy; allergies; allergic ~ allerg; anaphyl; reaction; atop
consanguineous parents; consanguinity; cousins married ~ consanguin; cousin; related
new medication; recently started; medication change; missed doses; ran out of medication; noncompliance; noncompliant; nonadherence; stopped taking ~ medic; drug; start; complian; adher; stop; dose; prescri; therapy
tattoo; tattoos; piercing; ear piercing; body piercing; acupuncture ~ tattoo; pierc; needle; acupunct
needle stick; needlestick injury; needle-stick injury ~ needl; stick; occup; health
trip; trips; travelled; traveling; vacation; holiday; cruise; safari; backpacking; returned from; came back from; flew back; immigrated; immigrant; emigrated ~ travel; trip; return; visit; immigr; emigr; fligh; flew; abroad; holiday; vacation; Africa; Asia; India; Mexico; countr; moved; hik; camp; sea; mountain; altitude
vodka; beer; wine; whiskey; liquor; binge; drinking binge; alcohol; drunk; intoxicated ~ ETOH; alcohol; drink; drunk; beer; wine; intoxic; ethanol; bar; party; liquor; hangover
`;
