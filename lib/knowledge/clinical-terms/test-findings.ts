/**
 * What laboratory, imaging, tracing, endoscopy and microscope show. Own selection from general medical knowledge; the form of
 * a line is told in symptoms.ts. A state read from a value (leukocytosis) names the analyte as near.
 */
export const TEST_FINDINGS = `
anemia; anemic; low hemoglobin; low hematocrit ~ hemoglobin; hematocrit; Hb; Hgb; Hct; RBC; red cell; pale; pallor
polycythemia; erythrocytosis; high hemoglobin; high hematocrit ~ hemoglobin; hematocrit; Hb; Hct; red cell
leukocytosis; elevated white count; high white blood cell count; elevated WBC; high WBC; raised white cell count; elevated white blood cells ~ leukocyte; white blood cell; white cell; WBC; TLC; neutrophil; blood count
leukopenia; low white count; low white blood cell count ~ leukocyte; white blood cell; white cell; WBC; neutrophil; blood count
neutropenia; neutropenic; low neutrophils ~ neutrophil; leukocyte; WBC; white
neutrophilia; neutrophil predominance; high neutrophils; left shift; bandemia ~ neutrophil; WBC; leukocyte; bands; PMN
lymphocytosis; lymphocyte predominance; atypical lymphocytes ~ lymphocyte; leukocyte; WBC
lymphopenia; low CD4 count; CD4 count ~ lymphocyte; CD4; HIV
eosinophilia; eosinophils elevated; high eosinophils ~ eosinophil
thrombocytopenia; low platelets; low platelet count; platelet count is low ~ platelet
thrombocytosis; high platelets; high platelet count ~ platelet
pancytopenia; low counts in all cell lines ~ platelet; leukocyte; hemoglobin; WBC
schistocytes; fragmented red cells; helmet cells ~ smear; red cell; fragment
spherocytes; sickle cells; target cells; Howell-Jolly bodies; teardrop cells; Heinz bodies; bite cells; burr cells; acanthocytes ~ smear; red cell; erythrocyte
blasts; blast cells; Auer rods; smudge cells; Reed-Sternberg cells ~ smear; marrow; blast; cells; biopsy
hypersegmented neutrophils; macrocytosis; macrocytic; megaloblastic; high MCV ~ MCV; corpuscular; smear; neutrophil
microcytosis; microcytic; low MCV; hypochromic ~ MCV; corpuscular; smear
reticulocytosis; elevated reticulocytes; high reticulocyte count; low reticulocyte count ~ reticulocyte
low ferritin; low iron; elevated ferritin; high ferritin; iron studies ~ ferritin; iron; transferrin; TIBC
prolonged PT; prolonged INR; elevated INR; coagulopathy; prolonged prothrombin time ~ INR; prothrombin; PT; coagulation; clotting
prolonged aPTT; prolonged PTT; elevated PTT ~ PTT; thromboplastin; coagulation
prolonged bleeding time ~ bleeding time; bleeding
elevated D-dimer; positive D-dimer; D-dimer ~ dimer
positive Coombs test; positive direct antiglobulin test; Coombs-positive ~ Coombs; antiglobulin
elevated ESR; high ESR; raised ESR; elevated sedimentation rate ~ ESR; sedimentation; inflammatory markers
elevated CRP; high CRP; raised CRP; elevated inflammatory markers; raised inflammatory markers ~ CRP; reactive protein; ESR; sedimentation; inflammatory
hyperkalemia; high potassium; elevated potassium ~ potassium; K+; K
hypokalemia; low potassium ~ potassium; K+; K
hypernatremia; high sodium; elevated sodium ~ sodium; Na+; Na
hyponatremia; low sodium ~ sodium; Na+; Na
hypercalcemia; high calcium; elevated calcium ~ calcium; Ca
hypocalcemia; low calcium ~ calcium; Ca
hypomagnesemia; low magnesium; hypermagnesemia ~ magnesium; Mg
hypophosphatemia; hyperphosphatemia; low phosphate; high phosphate ~ phosphate; phosphorus
metabolic acidosis; acidosis; acidotic; low bicarbonate; low pH; lactic acidosis ~ pH; bicarbonate; HCO3; gas; lactate; anion; base
metabolic alkalosis; alkalosis; high bicarbonate ~ pH; bicarbonate; HCO3; gas
respiratory acidosis; hypercapnia; CO2 retention; high pCO2; elevated CO2 ~ pH; CO2; pCO2; PaCO2; gas
respiratory alkalosis; hypocapnia; low pCO2 ~ pH; CO2; pCO2; PaCO2; gas
elevated anion gap; high anion gap; increased anion gap; anion gap; normal anion gap ~ anion; bicarbonate; HCO3; chloride
elevated lactate; high lactate; lactate ~ lactate; lactic
elevated creatinine; high creatinine; raised creatinine; rising creatinine; renal impairment; azotemia; uremia; elevated BUN ~ creatinine; BUN; urea; GFR; renal
hyperglycemia; high blood sugar; elevated glucose; high glucose; elevated blood glucose; elevated blood sugar ~ glucose; sugar; diabetes; HbA1c; diabetic
hypoglycemia; low blood sugar; low glucose ~ glucose; sugar
elevated HbA1c; high HbA1c; HbA1c; A1c ~ HbA1c; A1c; hemoglobin A1c; glycated
ketonuria; ketones; ketosis; ketonemia; urine ketones ~ ketone
glucosuria; glycosuria; glucose in the urine ~ glucose; urine
proteinuria; protein in the urine; albuminuria; nephrotic-range proteinuria; microalbuminuria ~ protein; albumin; urine; dipstick; urinalysis; urinary
pyuria; white cells in the urine; leukocyte esterase; positive nitrites; nitrites ~ urine; urinalysis; leukocyte; nitrite
microscopic hematuria; red cells in the urine; red cell casts; RBC casts; dysmorphic red cells ~ urine; RBC; cast; hematuria; urinalysis; red blood
casts; muddy brown casts; granular casts; white cell casts; hyaline casts ~ cast; urine; urinalysis
bacteriuria; positive urine culture ~ urine; culture
myoglobinuria; elevated creatine kinase; high creatine kinase; elevated CK; high CK; raised CK ~ creatine kinase; CK; CPK; myoglobin
elevated liver enzymes; elevated transaminases; elevated AST; elevated ALT; raised liver enzymes; high AST; high ALT; transaminitis ~ AST; ALT; transaminase; aminotransferase; liver function; SGPT; SGOT; enzymes; LFT
elevated alkaline phosphatase; high alkaline phosphatase; raised ALP; elevated ALP ~ alkaline; ALP; phosphatase
elevated GGT ~ GGT; glutamyl
elevated bilirubin; hyperbilirubinemia; high bilirubin; raised bilirubin ~ bilirubin; jaundice; icterus; yellow
hypoalbuminemia; low albumin ~ albumin; protein
elevated amylase; elevated lipase; high lipase; raised amylase ~ amylase; lipase
elevated ammonia; high ammonia; hyperammonemia ~ ammonia
elevated LDH; high LDH; low haptoglobin ~ LDH; lactate dehydrogenase; dehydrogenase; haptoglobin
elevated troponin; positive troponin; raised troponin; high troponin; troponin elevation; cardiac enzymes elevated; elevated cardiac enzymes ~ troponin; cardiac enzymes; CK-MB; cardiac biomarkers
elevated BNP; high BNP; raised BNP ~ BNP; natriuretic
hypercholesterolemia; hyperlipidemia; high cholesterol; elevated cholesterol; dyslipidemia; elevated LDL; high triglycerides; hypertriglyceridemia ~ cholesterol; lipid; LDL; triglyceride; HDL; statin
hyperuricemia; elevated uric acid; high uric acid ~ uric; urate; gout
elevated TSH; high TSH; low TSH; suppressed TSH ~ TSH; thyroid
elevated cortisol; high cortisol; low cortisol ~ cortisol; dexamethasone
elevated prolactin; hyperprolactinemia; high prolactin ~ prolactin
elevated PTH; high parathyroid hormone; low PTH ~ PTH; parathyroid
elevated aldosterone; low aldosterone; low renin; high renin ~ aldosterone; renin
elevated PSA; high PSA ~ PSA; prostate-specific
elevated alpha-fetoprotein; elevated AFP; elevated CA-125; elevated CEA; elevated beta-hCG; elevated hCG; high hCG ~ AFP; fetoprotein; CA-125; CEA; hCG; gonadotropin; pregnancy
positive ANA; antinuclear antibodies; positive anti-dsDNA; anti-Smith antibodies; anti-dsDNA ~ ANA; antinuclear; antibody; dsDNA
positive rheumatoid factor; anti-CCP; positive anti-CCP; rheumatoid factor ~ rheumatoid; CCP; antibody
positive ANCA; c-ANCA; p-ANCA ~ ANCA; antineutrophil; antibody
low complement; low C3; hypocomplementemia ~ complement; C3; C4
antiphospholipid antibodies; lupus anticoagulant; anticardiolipin antibodies ~ antiphospholipid; anticardiolipin; lupus; antibody
antimitochondrial antibodies; anti-smooth muscle antibodies; anti-tissue transglutaminase; anti-endomysial antibodies ~ antibody; antimitochondrial; transglutaminase
acetylcholine receptor antibodies; anti-AChR antibodies ~ acetylcholine; antibody
HLA-B27; HLA-B27 positive ~ HLA
positive HIV test; HIV-positive; HIV positive ~ HIV; AIDS; antiretroviral
positive hepatitis B surface antigen; HBsAg; positive HBsAg; hepatitis C antibody; positive hepatitis serology ~ hepatitis; HBsAg; HBV; HCV
positive VDRL; positive RPR; positive syphilis serology; reactive VDRL ~ VDRL; RPR; syphilis; treponemal
positive blood cultures; blood cultures positive; bacteremia; positive cultures ~ blood cultures; culture; bacteremia; sepsis
gram-positive cocci; gram positive cocci; gram-positive cocci in clusters; gram-positive cocci in chains ~ gram; cocci; staphylococcus; streptococcus
gram-negative rods; gram negative bacilli; gram-negative bacilli; gram-negative diplococci ~ gram; bacilli; rods; diplococci; E. coli
gram-positive rods; gram-positive bacilli ~ gram; bacilli; rods
acid-fast bacilli; AFB; positive acid-fast stain ~ acid-fast; AFB; tuberculosis; Ziehl
positive tuberculin test; positive PPD; positive Mantoux; positive interferon-gamma release assay ~ PPD; tuberculin; Mantoux; interferon; Quantiferon
India ink; budding yeast; encapsulated yeast; hyphae; pseudohyphae; septate hyphae; spores ~ ink; yeast; fungal; KOH; hyphae; cryptococcus; candida
clue cells; positive whiff test; fishy odor; strawberry cervix; motile trichomonads; koilocytes ~ clue; whiff; odor; discharge; trichomonas; Pap; cervix
positive strep test; positive rapid strep ~ strep; throat
positive monospot; heterophile antibodies; monospot test ~ monospot; heterophile; mononucleosis
positive pregnancy test; positive urine pregnancy test; positive hCG ~ pregnant; pregnancy; hCG
positive drug screen; positive toxicology screen; urine toxicology; toxicology screen ~ toxicology; drug screen; tox
CSF pleocytosis; elevated CSF protein; low CSF glucose; xanthochromia; oligoclonal bands; high opening pressure; albuminocytologic dissociation ~ CSF; cerebrospinal; lumbar puncture; spinal tap; spinal fluid
positively birefringent crystals; negatively birefringent crystals; birefringent crystals; monosodium urate crystals; calcium pyrophosphate crystals; needle-shaped crystals ~ crystal; synovial; birefringent; arthrocentesis; aspirate
M protein; monoclonal spike; M spike; Bence Jones protein; monoclonal protein; rouleaux ~ electrophoresis; monoclonal; Bence; protein; globulin
elevated sweat chloride; positive sweat test; sweat chloride ~ sweat; cystic
elevated metanephrines; urinary metanephrines; elevated catecholamines; elevated VMA ~ metanephrine; catecholamine; vanillylmandelic; VMA
elevated 5-HIAA ~ 5-HIAA; hydroxyindoleacetic
stool ova and parasites; positive stool culture; positive C. difficile toxin; fecal leukocytes; positive fecal occult blood; occult blood in stool; positive guaiac ~ stool; fecal; toxin; guaiac; occult
elevated A-a gradient; widened A-a gradient ~ gradient; oxygen; PaO2; gas
obstructive pattern; reduced FEV1; low FEV1; reduced FEV1/FVC; restrictive pattern; reduced DLCO; low DLCO ~ FEV1; FVC; spirometry; pulmonary function; DLCO; PFT
ST elevation; ST-segment elevation; ST elevations; ST segment elevation ~ ST; ECG; EKG; electrocardiogram; STEMI
ST depression; ST-segment depression ~ ST; ECG; EKG; electrocardiogram
T wave inversion; inverted T waves; T-wave inversions; peaked T waves; tall T waves; flattened T waves; U waves; hyperacute T waves ~ T wave; ECG; EKG; electrocardiogram; U wave
Q waves; pathological Q waves; S1Q3T3 ~ Q wave; ECG; EKG; electrocardiogram
atrial fibrillation; AF; Afib; A-fib ~ fibrillation; irregular; ECG; EKG; rhythm
atrial flutter; sawtooth waves ~ flutter; sawtooth; ECG
supraventricular tachycardia; SVT; ventricular tachycardia; ventricular fibrillation; torsades de pointes; wide complex tachycardia; narrow complex tachycardia ~ tachycardia; ECG; EKG; QRS; rhythm; fibrillation; arrhythmia
prolonged QT interval; QT prolongation; long QT; prolonged QTc; QTc prolongation ~ QT; QTc; ECG
heart block; complete heart block; AV block; third-degree heart block; prolonged PR interval; first-degree AV block ~ PR interval; block; ECG; AV; P waves
left bundle branch block; LBBB; right bundle branch block; RBBB; wide QRS; widened QRS; delta wave ~ QRS; bundle; ECG; EKG; PR
left ventricular hypertrophy; LVH; right ventricular hypertrophy; left axis deviation; right axis deviation; right heart strain; low voltage; electrical alternans ~ ventricular; hypertrophy; axis; ECG; EKG; voltage; echocardiogram
PR depression; diffuse ST elevation ~ PR; ST; ECG
reduced ejection fraction; low ejection fraction; decreased ejection fraction; ejection fraction ~ ejection; EF; LVEF; echocardiogram; echo; systolic
wall motion abnormality; regional wall motion abnormalities; hypokinesis; akinesis ~ wall motion; echocardiogram; echo; ventricle
vegetations; valvular vegetation; vegetation on the valve ~ vegetation; echocardiogram; valve
pericardial effusion; cardiac tamponade; fluid around the heart ~ pericardial; effusion; tamponade; echocardiogram
cardiomegaly; enlarged heart; enlarged cardiac silhouette; widened mediastinum; mediastinal widening; boot-shaped heart ~ heart; cardiac; mediastin; X-ray; radiograph; silhouette
pleural effusion; fluid in the pleural space; blunted costophrenic angle ~ pleural; effusion; costophrenic; X-ray; radiograph
pulmonary infiltrates; lung infiltrates; consolidation; lobar consolidation; opacities; patchy opacities; bilateral infiltrates; lung opacity; airspace disease; ground-glass opacities ~ infiltrate; consolidation; opacity; X-ray; radiograph; CT; opacification; shadow; pneumonia
hilar lymphadenopathy; bilateral hilar lymphadenopathy; bilateral hilar adenopathy; hilar adenopathy; mediastinal lymphadenopathy ~ hilar; mediastin; lymph; node
lung nodule; pulmonary nodule; coin lesion; lung mass; pulmonary mass; cavitary lesion; apical cavity ~ nodule; mass; cavity; lesion; X-ray; CT; radiograph
pneumothorax; collapsed lung; absent lung markings; hyperlucency ~ lung; X-ray; pleural; air
hyperinflation; hyperinflated lungs; flattened diaphragm; flattened diaphragms; bullae on imaging ~ hyperinflat; diaphragm; X-ray
pulmonary edema; Kerley B lines; vascular congestion; pulmonary congestion; interstitial edema ~ edema; congestion; Kerley; X-ray; lung; crackles
honeycombing; reticular opacities; interstitial markings; fibrosis on CT; bronchiectatic changes; pleural plaques; calcified plaques ~ CT; reticul; fibrosis; X-ray; interstitial; plaque
pneumoperitoneum; free air under the diaphragm; free air; air under the diaphragm; pneumatosis intestinalis; portal venous gas; pneumobilia ~ air; diaphragm; X-ray; gas; pneumat
air-fluid levels; dilated bowel loops; dilated loops of bowel; double bubble sign; bird's beak; string sign; coffee bean sign ~ loops; bowel; X-ray; bubble; barium; dilat; level
gallstones; cholelithiasis; gallbladder wall thickening; pericholecystic fluid; sonographic Murphy sign; biliary sludge ~ gallbladder; stone; biliary; ultrasound
dilated common bile duct; bile duct dilation; biliary dilation; dilated bile ducts; intrahepatic duct dilation ~ bile duct; biliary; duct; ultrasound
nodular liver; cirrhotic liver; fatty liver; hepatic steatosis; liver mass; liver lesion; coarse liver ~ liver; ultrasound; CT; nodular
pancreatic mass; pancreatic calcifications; pancreatic pseudocyst; enlarged pancreas; peripancreatic fluid ~ pancrea; CT; ultrasound
hydronephrosis; hydroureter; dilated ureter; hydroureteronephrosis; dilated renal pelvis; ureteral dilation ~ ureter; hydroureter; renal pelvis; pelvicalyceal
kidney stone; renal calculi; renal stones; ureteral stone; nephrolithiasis; kidney stones ~ stone; calculus; ureter; renal
renal mass; renal cysts; small kidneys; shrunken kidneys; enlarged kidneys; renal scarring; kidney mass ~ kidney; ultrasound; CT
bladder mass; bladder stone; thickened bladder wall; post-void residual ~ bladder; cystoscopy; void
ovarian mass; ovarian cyst; polycystic ovaries; adnexal cyst; endometrial thickening; thickened endometrium; endometrial stripe; uterine fibroids ~ ovar; adnexa; uterus; ultrasound; endometri; fibroid
intrauterine pregnancy; gestational sac; fetal heartbeat; empty uterus; snowstorm pattern; placenta previa on ultrasound ~ uterus; ultrasound; sac; fetal; pregnancy; placenta
oligohydramnios; polyhydramnios; increased amniotic fluid ~ amniotic
late decelerations; variable decelerations; early decelerations; fetal bradycardia; fetal tachycardia; reduced variability ~ deceleration; fetal; heart rate; variability
fracture; fractured; broken bone; fracture line; hip fracture; femoral fracture; rib fracture; rib fractures; compression fracture; vertebral fracture; skull fracture; hairline fracture; displaced fracture ~ bone; X-ray; radiograph; CT; broken; trauma; femur; rib; injury
lytic lesions; lytic lesion; osteolytic lesion; sclerotic lesions; blastic lesions; punched-out lesions; bone lesions; osteoblastic lesions ~ lytic; lesion; bone; sclerotic; X-ray
sunburst pattern; Codman triangle; onion skin; soap bubble appearance; periosteal reaction ~ X-ray; periost; bone; sunburst; radiograph
joint space narrowing; osteophytes; subchondral sclerosis; bone erosions; marginal erosions; bamboo spine; sacroiliitis; chondrocalcinosis ~ joint; X-ray; radiograph; spine; osteophyt; erosion; sacroiliac
osteopenia; osteoporosis on imaging; low bone density; decreased bone density; T-score ~ bone; density; DEXA; T-score; osteopor
intracranial hemorrhage; subdural hematoma; epidural hematoma; subarachnoid blood; intraparenchymal hemorrhage; crescent-shaped hematoma; biconvex hematoma; subdural collection; brain bleed ~ hemorrhage; hematoma; CT; MRI; bleed; head; intracranial; crescent; biconvex
midline shift; cerebral edema; mass effect; brain herniation; effaced sulci ~ CT; MRI; shift; edema; brain; herniation
brain mass; ring-enhancing lesion; ring-enhancing lesions; brain lesion; cerebellar mass; intracranial mass; pituitary mass; sellar mass; pituitary adenoma on MRI ~ mass; lesion; enhanc; MRI; CT; brain; tumor; sella; pituitary
hydrocephalus; enlarged ventricles; ventriculomegaly; dilated ventricles ~ ventricle; CT; MRI; head
white matter lesions; periventricular plaques; demyelinating lesions; hyperintensities; basal ganglia calcification; caudate atrophy; cortical atrophy; hippocampal atrophy ~ MRI; white matter; plaque; atrophy; brain; periventricular; hyperintens
cerebral infarct; hypodensity; ischemic changes; infarction on CT; areas of ischemia; restricted diffusion ~ CT; MRI; ischem; infarct; stroke
aneurysm; aneurysmal dilation; aortic dissection flap; intimal flap; abdominal aortic aneurysm; berry aneurysm; dilated aorta ~ aort; aneurysm; CT; angiogra; dissection
disc herniation; herniated disc; spinal stenosis; cord compression; spinal cord compression ~ disc; MRI; spine; cord; spinal
deep vein thrombosis on ultrasound; filling defect; non-compressible vein; occlusion of the artery; coronary stenosis; arterial occlusion; thrombus ~ vein; Doppler; thromb; clot; CT; angiogra; occlu; stenosis
triphasic waves; spike-and-wave; hypsarrhythmia; spike and wave discharges; 3-Hz spike; epileptiform discharges; periodic sharp waves ~ EEG; electroencephalogram; spike; waves
decreased nerve conduction; slowed conduction; nerve conduction velocity; electromyography abnormalities ~ nerve conduction; EMG; conduction; electromyography
small round blue cells; psammoma bodies; keratin pearls; signet ring cells; giant cells; multinucleated giant cells; granulomas; non-caseating granulomas; caseating granulomas; noncaseating granulomas; granulomatous inflammation ~ biopsy; histolog; cells; microscop; granuloma; patholog; cytology
hepatic necrosis; centrilobular necrosis; liver necrosis; bridging necrosis; piecemeal necrosis; necrosis of hepatocytes ~ necrosis; necrotic
fibrinoid necrosis; coagulative necrosis; liquefactive necrosis; caseous necrosis; caseation ~ necrosis; necrotic; casea
Mallory bodies; Lewy bodies; Negri bodies; neurofibrillary tangles; amyloid deposits; amyloid; Lewy body; apple-green birefringence ~ biopsy; histolog; bodies; amyloid; stain; autopsy; congo
crescents; crescent formation; wire-loop lesions; mesangial deposits; foot process effacement; podocyte effacement; subepithelial humps; linear IgG; immune complex deposits; IgA deposits; basement membrane thickening; Kimmelstiel-Wilson nodules ~ biopsy; glomerul; deposit; immunofluorescence; microscop; basement
villous atrophy; crypt abscesses; crypt hyperplasia; cobblestoning; skip lesions; pseudopolyps; goblet cells; Barrett metaplasia; transmural inflammation ~ biopsy; colonoscop; endoscop; mucosa; villous; villi; crypt
esophageal varices; gastric ulcer; duodenal ulcer; gastric erosions; bleeding ulcer; Mallory-Weiss tear; gastric mass; esophageal stricture; pseudomembranes; polyps; colonic polyps; diverticula ~ endoscop; colonoscop; ulcer; varic; polyp; mucosa; divertic; barium; esophag
hypercellular marrow; hypocellular marrow; fatty marrow; plasma cells; bone marrow infiltration; ringed sideroblasts; increased blasts ~ marrow; biopsy; aspirate; plasma cell; cellular
dysplasia; high-grade dysplasia; CIN; atypical cells; abnormal Pap smear; carcinoma in situ; malignant cells ~ Pap; biopsy; cervix; cytolog; cells; dysplas
trisomy 21; trisomy 18; 47,XXY; 45,X; 46,XY karyotype; Philadelphia chromosome; t(9;22); BRCA mutation; BRCA1 mutation; CGG repeats; CAG repeats; JAK2 mutation; microdeletion ~ karyotype; chromosom; genetic; mutation; repeat; transloc; gene
low sperm count; oligospermia; azoospermia; oligozoospermia; poor sperm motility ~ sperm; semen
alcohol level; blood alcohol; elevated blood alcohol ~ alcohol; ethanol; intoxicat; drinking
elevated acetaminophen level; salicylate level; digoxin level; lithium level; supratherapeutic level; lead level ~ level; acetaminophen; salicylate; aspirin; digoxin; lithium; lead
carboxyhemoglobin; elevated carboxyhemoglobin; methemoglobin; methemoglobinemia ~ carboxyhemoglobin; carbon monoxide; methemoglobin
high osmolal gap; osmolar gap; elevated serum osmolality; low urine osmolality; high urine osmolality ~ osmol; gap
endosteal scalloping; cortical thickening; cortical destruction; cortical erosion; periosteal reaction; sunburst pattern; sunburst appearance; Codman triangle; onion-skin appearance; soap-bubble appearance; ground-glass matrix; popcorn calcification; pathologic fracture ~ scallop; cortex; cortical; periost; sunburst; Codman; onion; bubble; calcif; fractur
soft tissue mass; soft-tissue extension ~ soft tissue; mass; tumor
pericardial calcification; pericardial thickening ~ pericard; calcif
valve vegetation; valve vegetations; vegetations on the valve; ring abscess ~ veget; valve
midline shift; mass effect; ring-enhancing lesion; ring enhancing lesion; hyperdense lesion; hydrocephalus; meningeal enhancement; dense artery sign ~ CT; MRI; imaging; shift; enhanc; ventricl; brain
Kerley B lines; bat-wing infiltrates; air bronchogram; air bronchograms; Hampton hump; Westermark sign; tree-in-bud; honeycombing; reticular opacities ~ infiltrat; opaci; x-ray; chest; bronchogram; lung
air-fluid levels; double bubble sign; bird beak; string sign; apple-core lesion; target sign; whirlpool sign; thumbprinting ~ bowel; fluid level; bubble; x-ray; barium
delta wave; J wave; Osborn waves; U waves; peaked T waves; electrical alternans; low voltage QRS; saddle-shaped ST elevation ~ ECG; EKG; wave; electrocard; QRS; ST
ANCA; c-ANCA; p-ANCA; anti-mitochondrial antibodies; anti-smooth muscle antibodies; antimitochondrial antibody; anti-Jo-1; anti-Ro; anti-centromere; anticardiolipin; lupus anticoagulant ~ ANCA; antibod; autoantibod; serolog; mitochond; anti
prolonged QT; QT prolongation; QTc prolongation; long QT; short PR; wide QRS; heart block; bundle branch block; left bundle branch block ~ QT; ECG; EKG; electrocard; QRS; PR; block; conduction; rhythm
translocation; mutation; deletion; trisomy; karyotype; gene mutation; chromosomal abnormality; point mutation; gene rearrangement; amplification ~ translocat; mutat; delet; trisom; karyot; chromos; gene; cytogen; t(; inherit; heredit; rearrang; allele
viral load; CD4 count; CD4 cell count; low CD4 ~ viral; CD4; HIV; AIDS
cryptococcal antigen; VDRL; RPR; positive VDRL; galactomannan; beta-D-glucan; urinary antigen ~ antigen; VDRL; RPR; serolog; syphil; glucan
trophozoites; ova in the stool; ova and parasites; larvae; cysts in the stool; worms; oocysts ~ parasit; ova; egg; larva; worm; cyst; stool; troph
occult blood; positive guaiac; fecal occult blood; heme-positive stool; guaiac-positive stool ~ occult; guaiac; heme; stool; blood
bloody tap; xanthochromia; oligoclonal bands; pleocytosis; elevated opening pressure; raised opening pressure ~ CSF; cerebrospinal; puncture; xantho; oligoclonal; opening; spinal; pleocyt
granulomas; granuloma; noncaseating granulomas; caseating granulomas; granulomatous inflammation ~ granulom; caseat; biops; histolog
signet ring cells; linitis plastica; keratin pearls; psammoma bodies; Hurthle cells; koilocytes; clue cells; giant cells; multinucleated giant cells; owl's eye inclusions ~ cell; ring; pearl; psammom; histolog; biops; cytolog; smear; inclusion; keratin
villous atrophy; crypt hyperplasia; crypt abscesses; transmural inflammation; skip lesions; cobblestoning; pseudopolyps ~ vill; crypt; transmur; skip; biops; cobble; polyp; mucos; bowel
double bubble; coffee bean sign; free air; pneumoperitoneum; pneumatosis; portal venous gas ~ bubble; air; gas; x-ray; radiograph; bowel; perfor
periosteal reaction; Codman triangle; sunburst pattern; onion skin; bone erosions; joint space narrowing; osteophytes; subchondral cysts; chondrocalcinosis; punched-out lesions ~ perioste; Codman; sunburst; onion; erosi; joint space; osteophyt; x-ray; radiograph; calcif; lytic; bone
hypodensity; hyperdensity; hemorrhage on CT; mass effect; midline shift; enhancing lesion; infarct on MRI; demyelination; plaques on MRI; cerebral atrophy; ventriculomegaly; calcifications ~ CT; MRI; imag; dens; shift; enhanc; infarct; atroph; ventric; calcif; scan; plaque
low Apgar; low Apgar score; Apgar score ~ apgar; asphyx
breech presentation; transverse lie; oligohydramnios; polyhydramnios; fetal distress; late decelerations; variable decelerations; fetal bradycardia; non-reassuring fetal heart tracing ~ breech; lie; amnio; fetal; decelerat; fetus; tracing; presentation
`;
