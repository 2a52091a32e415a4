/**
 * What is measured or examined in a patient and can be said to be low, raised, enlarged or palpable. Own selection from general
 * medical knowledge. A line is `name; synonym ~ near; near`: a case with a word that begins with a name or with what stands
 * after `~` may have said it in other words.
 */
export const EXAMINED_THINGS = `
spleen ~ splen; costal
liver ~ hepat; costal
kidney ~ renal; nephr
bladder ~ urin; suprapub
thyroid ~ goit; neck; TSH; T4
prostate ~ prostat; rectal
uterus ~ uter; fundus; womb; gestation
ovary; ovaries ~ ovar; adnex
testis; testes; testicle ~ testic; scrot
lymph node; node ~ lymph; node; adenop; gland
heart size; heart silhouette ~ cardiomeg; heart; cardiac; x-ray; radiograph
platelet; platelet count; thrombocyte ~ thrombocyt; pancyt; CBC; blood count; clot; coagul; hematolog; purpura; petech
white count; white cell count; white blood cell; WBC; leukocyte ~ WCC; leuk; leuc; neutrop; CBC; blood count; pancyt; hematolog; white
hemoglobin; hematocrit ~ hemo; hema; anem; CBC; blood count; pallor; pale
ferritin; iron ~ ferr; iron; transferrin
reticulocyte ~ reticul
eosinophil ~ eosin; CBC; differential
calcium ~ calc; electrolyte
phosphate; phosphorus ~ phosph; electrolyte
magnesium ~ magnes; electrolyte
potassium ~ kal; electrolyte; ECG
sodium ~ natr; sodium; Na; electrolyte; osmol
bicarbonate ~ bicarb; HCO3; acid; alkal; gas; CO2
lactate; lactic acid ~ lact; acid
creatinine ~ creat; renal; kidney; BUN; GFR; urea; azot
uric acid; urate ~ uric; urate; gout; tophi
glucose; blood sugar; sugar ~ gluc; glyc; sugar; diabet; A1c; insulin
bilirubin ~ bili; jaund; icter; liver; hepat
albumin ~ album; protein; nephrot
amylase; lipase ~ amyl; lipa; pancrea; enzyme
transaminase; ALT; AST ~ transamin; ALT; AST; liver; hepat; enzyme; aminotransf
alkaline phosphatase ~ alkaline; phosphatase; ALP; liver; hepat; enzyme
troponin ~ tropon; CK; enzyme; cardiac marker
BNP ~ BNP; natriuretic
CRP; ESR; sedimentation rate ~ CRP; ESR; sediment; reactive; inflam
testosterone; androgen ~ testost; androg; hormon; DHEA
estrogen; estradiol ~ estro; estra; hormon
prolactin ~ prolact; hormon
cortisol ~ cortis; Cush; Addis; hormon
TSH; T4 ~ thyro; TSH; T4; T3
parathyroid hormone; PTH ~ parathy; PTH
FSH; LH ~ FSH; LH; gonadot; hormon
hCG; beta-hCG ~ hCG; pregnan; gestat
alpha-fetoprotein; AFP; CEA; PSA ~ AFP; CEA; PSA; fetoprotein; marker; antigen
cholesterol; triglyceride ~ cholest; lipid; triglyc; statin
vitamin B12; folate ~ B12; folat; vitamin; cobal
blood pressure ~ hypertens; hypotens; pressure; mmHg; mm; shock; vital; BP; preeclam; syncop; faint; orthostat; hemodynam; stable; unstable
heart rate; pulse rate ~ heart; pulse; tachy; brady; bpm; rate; vital; beat; palpit; hemodynam; stable
respiratory rate ~ respir; breath; tachyp; vital; dyspn
oxygen saturation; saturation ~ satur; oxyg; hypox; SpO2; vital; cyanos; PaO2; blue
INR; prothrombin time; PT ~ INR; prothromb; coagul; PT; clot; PTT; warfar
reflex ~ reflex; jerk; neurolog
intraocular pressure ~ intraocul; pressure; glauc; tonom
jugular venous pressure; venous pressure ~ jugul; JVP; venous; neck vein
ejection fraction ~ eject; echo
`;
