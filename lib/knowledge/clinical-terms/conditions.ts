/**
 * Diseases and states that a patient can be known to have. Own selection from general medical knowledge; the form of a line is
 * told in symptoms.ts. They count only where a text says that they are known, past or underlying: a diagnosis under
 * discussion is no finding.
 */
export const CONDITIONS = `
hypertension; HTN; high blood pressure; essential hypertension; hypertensive ~ blood pressure; BP; mmHg; mm Hg; antihypertensive; antihypertensives
pulmonary hypertension; cor pulmonale ~ pulmonary; right heart
diabetes; diabetes mellitus; DM; diabetic; DM2; T2DM; type 2 diabetes; type 1 diabetes; type II diabetes; type I diabetes; T1DM; insulin-dependent diabetes; NIDDM; IDDM ~ glucose; insulin; metformin; HbA1c; sugar
hyperlipidemia; dyslipidemia; high cholesterol; hypercholesterolemia ~ cholesterol; lipid; statin; LDL
coronary artery disease; CAD; ischemic heart disease; coronary heart disease; IHD; atherosclerosis ~ coronary; angina; infarct; heart; MI; CABG; stent
myocardial infarction; MI; heart attack; STEMI; NSTEMI; acute coronary syndrome; acute myocardial infarction; ACS ~ infarct; coronary; troponin; ST
heart failure; congestive heart failure; CHF; cardiac failure; HFrEF; HFpEF; left heart failure; left ventricular failure ~ heart; ejection; cardiac; ventricular; LVEF; cardiomyopathy
cardiomyopathy; dilated cardiomyopathy; hypertrophic cardiomyopathy; HOCM; HCM ~ heart; ventric; septal; cardiac
rheumatic heart disease; rheumatic fever ~ rheumatic; valve; strep; mitral
valvular heart disease; mitral stenosis; mitral regurgitation; aortic stenosis; aortic regurgitation; mitral valve prolapse; tricuspid regurgitation; aortic insufficiency ~ valve; murmur; mitral; aortic; tricuspid
congenital heart disease; ventricular septal defect; VSD; atrial septal defect; ASD; patent ductus arteriosus; tetralogy of Fallot; coarctation of the aorta; PFO; bicuspid aortic valve ~ septal; congenital; murmur; ductus; cyanosis; coarctation; valve
atrial fibrillation; AF; arrhythmia; Wolff-Parkinson-White; long QT syndrome; Brugada ~ irregular; rhythm; fibrillation; palpitations; ECG
peripheral artery disease; PAD; peripheral vascular disease; PVD ~ claudication; peripheral; arter
deep vein thrombosis; DVT; pulmonary embolism; PE; venous thromboembolism; VTE; blood clot; blood clots ~ thromb; embol; clot; leg
stroke; CVA; cerebrovascular accident; transient ischemic attack; TIA; mini-stroke; ischemic stroke; hemorrhagic stroke ~ hemipar; infarct; stroke; cerebr; ischem; weakness
aortic aneurysm; AAA; aortic dissection; Marfan syndrome; Ehlers-Danlos syndrome ~ aort; aneurysm; dissect; connective
endocarditis; infective endocarditis; myocarditis; pericarditis ~ valve; heart; vegetation; murmur
asthma; reactive airway disease; childhood asthma; asthmatic ~ wheez; inhaler; albuterol
COPD; chronic obstructive pulmonary disease; emphysema; chronic bronchitis ~ obstructive; lung; smok; FEV1; bronch
interstitial lung disease; pulmonary fibrosis; idiopathic pulmonary fibrosis; pneumoconiosis; silicosis; asbestosis ~ lung; fibrosis; interstitial
cystic fibrosis; bronchiectasis; primary ciliary dyskinesia ~ sweat; lung; CF
sarcoidosis; sarcoid ~ granuloma; hilar
pneumonia; community-acquired pneumonia; aspiration pneumonia; hospital-acquired pneumonia ~ consolidat; infiltrat; lung; cough
tuberculosis; TB; latent tuberculosis; active tuberculosis; pulmonary tuberculosis ~ tubercul; acid-fast; PPD; isoniazid; cavit
sleep apnea; obstructive sleep apnea; OSA ~ snor; sleep; apnea; CPAP
lung cancer; small cell lung cancer; non-small cell lung cancer; mesothelioma; bronchogenic carcinoma ~ lung; cancer; carcinoma; mass; tumor
breast cancer; breast carcinoma; invasive ductal carcinoma ~ breast; cancer; carcinoma
colon cancer; colorectal cancer; colonic adenocarcinoma; rectal cancer ~ colon; cancer; carcinoma; rectal; polyp
prostate cancer; bladder cancer; renal cell carcinoma; testicular cancer; kidney cancer ~ cancer; carcinoma; prostate; bladder; renal; testi; tumor
cervical cancer; ovarian cancer; endometrial cancer; uterine cancer ~ cancer; carcinoma; cervi; ovar; endometr; uter
gastric cancer; stomach cancer; esophageal cancer; pancreatic cancer; hepatocellular carcinoma; liver cancer; cholangiocarcinoma ~ cancer; carcinoma; tumor; mass; gastric; pancrea; liver
melanoma; skin cancer; basal cell carcinoma; squamous cell carcinoma ~ skin; cancer; melanoma; carcinoma; mole; lesion
leukemia; CLL; CML; AML; ALL; acute lymphoblastic leukemia; acute myeloid leukemia; chronic myeloid leukemia; chronic lymphocytic leukemia ~ blast; leuk; marrow; cancer
lymphoma; Hodgkin lymphoma; non-Hodgkin lymphoma; Hodgkin's disease; Hodgkin's lymphoma; Burkitt lymphoma ~ lymph; cancer; node
multiple myeloma; myeloma; MGUS; plasma cell disorder ~ plasma; monoclonal; myeloma; protein
brain tumor; glioblastoma; meningioma; pituitary adenoma; craniopharyngioma ~ brain; tumor; mass; pituitary; cranial
cancer; malignancy; metastatic disease; metastatic cancer; metastases; carcinoma; neoplasm; tumor ~ cancer; carcinoma; tumor; malign; metasta; neoplas; lymphoma; leukemia; sarcoma; mass; chemotherapy
chronic kidney disease; CKD; chronic renal failure; chronic renal insufficiency; end-stage renal disease; ESRD; kidney failure; renal failure; renal insufficiency; kidney disease ~ renal; kidney; creatinine; dialysis; GFR; nephr
acute kidney injury; AKI; acute renal failure ~ renal; kidney; creatinine; urine
nephrotic syndrome; nephritic syndrome; glomerulonephritis; IgA nephropathy; lupus nephritis; minimal change disease ~ protein; renal; kidney; hematuria; nephr; glomerul
diabetic nephropathy; diabetic retinopathy; diabetic neuropathy; peripheral neuropathy; neuropathy; diabetic foot; retinopathy; diabetic ketoacidosis; DKA ~ diabet; numb; sensation; retin; nephro; neuropath
polycystic kidney disease; PKD; ADPKD; Alport syndrome ~ kidney; cyst; renal
urinary tract infection; UTI; pyelonephritis; cystitis; recurrent urinary tract infections ~ urin; dysuria; pyuria; kidney; bladder
benign prostatic hyperplasia; BPH; prostatitis; epididymitis ~ prostat; urin; epididym
cirrhosis; liver cirrhosis; chronic liver disease; liver disease; liver failure; end-stage liver disease; alcoholic cirrhosis ~ liver; hepat; cirrho; ascites; varic
hepatitis B; chronic hepatitis B; HBV ~ hepatitis; HBsAg; HBV
hepatitis C; chronic hepatitis C; HCV ~ hepatitis; HCV
hepatitis; alcoholic hepatitis; autoimmune hepatitis; viral hepatitis; hepatitis A ~ hepat; liver; transaminase; AST
portal hypertension; hepatic encephalopathy; spontaneous bacterial peritonitis ~ portal; liver; varic; cirrho; ascites
gallstone disease; gallstones; cholecystitis; cholangitis; primary biliary cirrhosis; primary sclerosing cholangitis; biliary colic ~ gall; bili; cholang; stone
pancreatitis; chronic pancreatitis; acute pancreatitis ~ pancrea; lipase; amylase
peptic ulcer disease; PUD; peptic ulcer; gastritis; H. pylori infection; Helicobacter pylori ~ ulcer; gastr; pylori; epigastr
GERD; gastroesophageal reflux disease; reflux disease; hiatal hernia; Barrett esophagus; achalasia ~ reflux; heartburn; esophag; hernia
inflammatory bowel disease; IBD; Crohn's disease; Crohn disease; ulcerative colitis; colitis ~ colitis; bowel; Crohn; colon; ileitis
irritable bowel syndrome; IBS ~ bowel
celiac disease; lactose intolerance; coeliac disease; gluten sensitivity ~ gluten; celiac; lactose
diverticulosis; diverticulitis; appendicitis; hemorrhoids; inguinal hernia; hernia; anal fissure ~ divertic; append; hernia; hemorrhoid; fissure; rect; quadrant
hypothyroidism; underactive thyroid; Hashimoto's thyroiditis; Hashimoto thyroiditis; Hashimoto's ~ thyroid; TSH; levothyroxine
hyperthyroidism; Graves' disease; Graves disease; thyrotoxicosis; overactive thyroid; thyroiditis ~ thyroid; TSH; exophthalm
thyroid cancer; thyroid disease; thyroid disorder ~ thyroid
Cushing syndrome; Cushing's disease; Addison's disease; adrenal insufficiency; Addison disease; congenital adrenal hyperplasia; pheochromocytoma; hyperaldosteronism ~ adrenal; cortisol; Cushing; Addison; aldosteron; catechol
hyperparathyroidism; hypoparathyroidism ~ parathyroid; calcium; PTH
acromegaly; prolactinoma; hypopituitarism; diabetes insipidus; SIADH ~ pituitar; prolactin; growth hormone; vasopressin; sodium; urine
polycystic ovary syndrome; PCOS; endometriosis; uterine fibroids; fibroids; pelvic inflammatory disease; PID ~ ovar; hirsut; endometri; fibroid; pelvic; menses
preeclampsia; pre-eclampsia; eclampsia; gestational hypertension; HELLP syndrome ~ pregnan; blood pressure; protein; seizure; gestation
ectopic pregnancy; molar pregnancy; placenta previa; placental abruption ~ pregnan; placent; ectopic; mole; abrupt
osteoporosis; osteopenia; osteomalacia; rickets; Paget's disease; Paget disease ~ bone; fracture; DEXA; vitamin D
osteoarthritis; degenerative joint disease; OA ~ joint; arthritis; knee; hip
rheumatoid arthritis; RA; juvenile idiopathic arthritis ~ rheumatoid; arthritis; joint; methotrexate
lupus; SLE; systemic lupus erythematosus ~ lupus; ANA; malar
scleroderma; Sjogren syndrome; Sjogren's syndrome; systemic sclerosis; CREST syndrome; dermatomyositis; polymyositis; mixed connective tissue disease ~ sclero; Sjogren; dry; myositis; CREST; Raynaud
gout; pseudogout; gouty arthritis ~ gout; uric; crystal; urate; toe
ankylosing spondylitis; psoriatic arthritis; reactive arthritis; psoriasis; spondyloarthropathy ~ psoria; spondyl; arthritis; HLA; plaques; back
vasculitis; giant cell arteritis; temporal arteritis; polymyalgia rheumatica; polyarteritis nodosa; granulomatosis with polyangiitis; Takayasu arteritis; Kawasaki disease; Henoch-Schonlein purpura; Behcet's disease ~ vascul; arteritis; temporal; polymyalgia; angiitis; purpura; Kawasaki
fibromyalgia; chronic fatigue syndrome; chronic pain ~ pain; fatigue
septic arthritis; osteomyelitis ~ joint; bone; infect; marrow
epilepsy; seizure disorder; epileptic; juvenile myoclonic epilepsy ~ seizure; convuls; anticonvuls; fit
migraine; migraines; cluster headache; tension headache ~ headache; migrain
Parkinson's disease; Parkinson disease; Parkinsonism ~ parkinson; levodopa; tremor
Alzheimer's disease; Alzheimer disease; dementia; cognitive impairment; Lewy body dementia; vascular dementia ~ memory; dementia; cognit; Alzheimer
multiple sclerosis; MS; Guillain-Barre syndrome; myasthenia gravis; ALS; amyotrophic lateral sclerosis; Huntington's disease; Lambert-Eaton syndrome ~ sclerosis; weakness; demyelin; myasthen; Huntington; neuro
cerebral palsy; spina bifida; muscular dystrophy; Duchenne muscular dystrophy; hydrocephalus ~ palsy; dystroph; spina; shunt; hydrocephal
meningitis; encephalitis; brain abscess; bacterial meningitis; viral meningitis ~ CSF; mening; neck; enceph; brain
depression; major depressive disorder; MDD; depressive disorder; clinical depression ~ depress; mood; antidepressant; suicid; sad
bipolar disorder; bipolar; manic depression ~ mania; manic; lithium; mood
schizophrenia; schizoaffective disorder; psychosis; psychotic disorder; psychiatric illness; psychiatric history; mental illness ~ schizo; psych; hallucin; delusion; voices; antipsychotic
anxiety disorder; generalized anxiety disorder; panic disorder; PTSD; OCD; social anxiety; post-traumatic stress disorder; obsessive-compulsive disorder ~ anxi; panic; worry; obsess; trauma; fear
ADHD; autism; autism spectrum disorder; intellectual disability; Tourette syndrome; learning disability ~ attention; hyperactiv; autis; tic; intellect; learning
eating disorder; anorexia nervosa; bulimia; bulimia nervosa ~ eat; weight; binge; BMI
Down syndrome; trisomy 21; Turner syndrome; Klinefelter syndrome; fragile X syndrome; Prader-Willi syndrome; Edwards syndrome; DiGeorge syndrome; Williams syndrome; Noonan syndrome; neurofibromatosis; tuberous sclerosis; Sturge-Weber syndrome; von Hippel-Lindau ~ chromosom; syndrome; karyotyp; dysmorph; trisomy; facies; genetic; neurofibroma
phenylketonuria; galactosemia; homocystinuria; Wilson's disease; Wilson disease; hemochromatosis; alpha-1 antitrypsin deficiency; Gaucher disease; Tay-Sachs disease ~ phenyl; galact; copper; iron; ferritin; enzyme; metabol; storage; antitrypsin
sickle cell disease; sickle cell anemia; sickle cell trait; SCD; sickle cell ~ sickle; hemoglobin S; HbS
thalassemia; beta thalassemia; alpha thalassemia; thalassemia trait ~ thalass; microcyt; electrophoresis
iron deficiency anemia; iron deficiency; iron-deficient ~ iron; ferritin; microcyt; anemia
vitamin B12 deficiency; pernicious anemia; folate deficiency; vitamin D deficiency; vitamin deficiency; thiamine deficiency ~ vitamin; B12; folate; macrocyt; deficien; cobalamin
hemophilia; hemophilia A; von Willebrand disease; bleeding disorder; factor V Leiden; protein C deficiency; thrombophilia; clotting disorder; ITP; TTP; DIC; antiphospholipid syndrome ~ bleed; clot; factor; thromb; platelet; coagul; PTT
G6PD deficiency; hereditary spherocytosis; autoimmune hemolytic anemia; paroxysmal nocturnal hemoglobinuria; aplastic anemia; myelodysplastic syndrome; polycythemia vera ~ G6PD; hemoly; spherocyt; anemia; marrow; hemoglobin
HIV; AIDS; HIV infection; HIV/AIDS ~ HIV; AIDS; CD4; antiretroviral; retroviral
immunodeficiency; SCID; common variable immunodeficiency; IgA deficiency; chronic granulomatous disease; agammaglobulinemia; Wiskott-Aldrich syndrome ~ immun; infections; IgA; granulomatous
syphilis; gonorrhea; chlamydia; genital herpes; sexually transmitted infection; STI; STD; herpes simplex; HPV; genital warts ~ syphilis; VDRL; sexual; gonor; chlamyd; herpes; HPV; discharge; chancre
malaria; dengue; typhoid; leptospirosis; Lyme disease; Rocky Mountain spotted fever; brucellosis; leishmaniasis ~ travel; tick; malaria; dengue; parasite; typhoid; mosquito
chickenpox; varicella; shingles; herpes zoster; zoster; measles; mumps; rubella; pertussis; scarlet fever; mononucleosis; infectious mononucleosis; COVID-19; COVID; influenza ~ varicella; zoster; rash; vesic; measles; mumps; rubella; mono; EBV; COVID; viral; flu; cough
sepsis; septic shock; septicemia; bacteremia; septic ~ infect; culture; sepsis; fever; shock
recurrent infections; frequent infections; recurrent pneumonia; recurrent sinusitis; chronic sinusitis; sinusitis; otitis media; ear infections; recurrent otitis media ~ infect; recurr; sinus; ear; otitis; pneumonia
eczema; atopic dermatitis; allergic rhinitis; hay fever; seasonal allergies; atopy; contact dermatitis ~ eczema; atop; allerg; dermat; rhin
glaucoma; cataract; cataracts; macular degeneration; uveitis; retinal detachment; optic neuritis; keratitis; retinitis pigmentosa; age-related macular degeneration ~ eye; vision; ocular; retin; intraocular; lens
Meniere's disease; otosclerosis; cholesteatoma; acoustic neuroma; vestibular neuritis ~ ear; hearing; vertigo; tinnitus
alcohol use disorder; alcoholism; alcohol abuse; alcohol dependence; alcohol withdrawal; delirium tremens ~ alcohol; drink; ethanol
opioid use disorder; opioid dependence; opioid addiction; heroin addiction; substance use disorder; drug addiction ~ opioid; heroin; drug; addict; substance
carpal tunnel syndrome; rotator cuff tear; plantar fasciitis; ACL tear; meniscal tear; tendinitis; bursitis; Achilles tendon rupture; ligament tear ~ wrist; shoulder; knee; foot; tendon; ligament; hand; heel
pressure ulcers; chronic wounds; venous insufficiency; venous ulcer; lymphedema; varicose veins ~ ulcer; wound; venous; vein; leg
hyponatremia; hypernatremia; hypokalemia; hyperkalemia; electrolyte abnormality ~ sodium; potassium; electrolyt; Na; K
`;
