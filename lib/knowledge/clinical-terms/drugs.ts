/**
 * Drugs by class, the class first: `class; synonym < member; member …`. Own selection of common drugs from general medical
 * knowledge:
 * international non-proprietary names, and trade names where they are in daily use. The form of a line is told in symptoms.ts.
 */
export const DRUGS = `
antihypertensive; blood pressure medication; blood pressure medications; antihypertensives ~ hypertension; hypertensive < beta-blocker; ACE inhibitor; angiotensin receptor blocker; calcium channel blocker; diuretic; alpha blocker; hydralazine; clonidine; methyldopa; minoxidil; nitroprusside
beta-blocker; beta blocker; beta-adrenergic blocker; β-blocker < propranolol; metoprolol; atenolol; bisoprolol; carvedilol; labetalol; timolol; nadolol; esmolol; sotalol; nebivolol
ACE inhibitor; ACEI; ACE-I; angiotensin-converting enzyme inhibitor < lisinopril; enalapril; ramipril; captopril; perindopril; benazepril; fosinopril; quinapril
angiotensin receptor blocker; ARB; angiotensin II receptor blocker < losartan; valsartan; candesartan; irbesartan; telmisartan; olmesartan
calcium channel blocker; calcium blocker; CCB < amlodipine; nifedipine; diltiazem; verapamil; felodipine; nimodipine; nicardipine
alpha blocker < prazosin; doxazosin; terazosin; tamsulosin; phenoxybenzamine; phentolamine
diuretic; water pill; diuretics < loop diuretic; thiazide; potassium-sparing diuretic; acetazolamide; mannitol
loop diuretic < furosemide; bumetanide; torsemide; Lasix; frusemide; ethacrynic acid
thiazide; thiazide diuretic < hydrochlorothiazide; chlorthalidone; indapamide; metolazone; HCTZ
potassium-sparing diuretic < spironolactone; eplerenone; amiloride; triamterene
nitrate; nitrates < nitroglycerin; isosorbide dinitrate; isosorbide mononitrate; glyceryl trinitrate
antiarrhythmic < amiodarone; flecainide; procainamide; quinidine; lidocaine; adenosine; dofetilide; disopyramide; ibutilide
digoxin; digitalis; cardiac glycoside
statin; statins; lipid-lowering drug < atorvastatin; simvastatin; rosuvastatin; pravastatin; lovastatin
lipid drug < ezetimibe; gemfibrozil; fenofibrate; niacin; cholestyramine
anticoagulant; blood thinner; blood thinners; anticoagulation; anticoagulants; anticoagulated ~ INR < warfarin; heparin; enoxaparin; apixaban; rivaroxaban; dabigatran; edoxaban; coumadin; fondaparinux; argatroban; LMWH; low molecular weight heparin; direct oral anticoagulant; DOAC
antiplatelet; antiplatelets < aspirin; clopidogrel; ticagrelor; prasugrel; dipyridamole; abciximab; ticlopidine
thrombolytic; thrombolytics; fibrinolytic < alteplase; tPA; tissue plasminogen activator; streptokinase; tenecteplase
NSAID; NSAIDs; non-steroidal anti-inflammatory; painkiller; painkillers; nonsteroidal anti-inflammatory drug ~ pain medication; analgesic < ibuprofen; naproxen; diclofenac; indomethacin; ketorolac; celecoxib; meloxicam; aspirin; piroxicam
acetaminophen; paracetamol; Tylenol ~ analgesic; antipyretic
opioid; opioids; opiate; opiates; narcotic; narcotics ~ analgesic < morphine; oxycodone; hydromorphone; fentanyl; codeine; methadone; tramadol; hydrocodone; buprenorphine; meperidine; heroin; oxymorphone; pethidine
naloxone; Narcan; naltrexone
antibiotic; antibiotics; antimicrobial; antimicrobials < penicillin; amoxicillin; ampicillin; amoxicillin-clavulanate; piperacillin-tazobactam; cephalosporin; fluoroquinolone; macrolide; tetracycline; aminoglycoside; vancomycin; metronidazole; clindamycin; trimethoprim-sulfamethoxazole; nitrofurantoin; linezolid; carbapenem; nafcillin; oxacillin; dapsone; chloramphenicol; rifaximin; sulfonamide; benzathine penicillin; Augmentin; aztreonam; daptomycin; flucloxacillin; cloxacillin
cephalosporin < ceftriaxone; cephalexin; cefazolin; cefepime; cefotaxime; cefuroxime; cefixime; ceftazidime; cefoxitin
fluoroquinolone; quinolone < ciprofloxacin; levofloxacin; moxifloxacin; ofloxacin; norfloxacin
macrolide < azithromycin; erythromycin; clarithromycin
tetracycline < doxycycline; minocycline; tigecycline
aminoglycoside < gentamicin; tobramycin; amikacin; streptomycin; neomycin
carbapenem < meropenem; imipenem; ertapenem
trimethoprim-sulfamethoxazole; co-trimoxazole; TMP-SMX; Bactrim; cotrimoxazole; trimethoprim
antituberculous drug; anti-tuberculosis drugs; antitubercular therapy; RIPE therapy; antituberculous therapy < isoniazid; rifampin; rifampicin; pyrazinamide; ethambutol; INH
antifungal; antifungals < fluconazole; itraconazole; voriconazole; amphotericin B; ketoconazole; caspofungin; nystatin; terbinafine; griseofulvin; micafungin; flucytosine; clotrimazole
antiviral; antivirals < acyclovir; valacyclovir; oseltamivir; ganciclovir; ribavirin; sofosbuvir; entecavir; remdesivir; foscarnet; interferon
antiretroviral; antiretroviral therapy; antiretrovirals; HAART; ART < zidovudine; tenofovir; lamivudine; efavirenz; abacavir; emtricitabine; dolutegravir; ritonavir; nevirapine; didanosine; indinavir; raltegravir; stavudine
antimalarial; antimalarials < chloroquine; hydroxychloroquine; mefloquine; primaquine; quinine; artesunate; atovaquone; artemether
antiparasitic; anthelmintic < albendazole; mebendazole; ivermectin; praziquantel; pyrantel
corticosteroid; corticosteroids; steroid; steroids; glucocorticoid; glucocorticoids < prednisone; prednisolone; methylprednisolone; dexamethasone; hydrocortisone; betamethasone; fludrocortisone; triamcinolone; budesonide; fluticasone; beclomethasone
inhaled corticosteroid; inhaled steroid; steroid inhaler ~ inhaler; corticosteroid < fluticasone; budesonide; beclomethasone
bronchodilator; inhaler; inhalers; rescue inhaler; bronchodilators ~ asthma < albuterol; salbutamol; salmeterol; formoterol; ipratropium; tiotropium; terbutaline; levalbuterol; theophylline; aminophylline
leukotriene antagonist < montelukast; zafirlukast; zileuton
epinephrine; adrenaline; EpiPen
vasopressor; vasopressors; pressors < norepinephrine; dopamine; vasopressin; phenylephrine; dobutamine; milrinone
insulin; insulin therapy; insulin injections < insulin glargine; insulin lispro; insulin aspart; NPH insulin; insulin pump
antidiabetic; oral hypoglycemic; diabetes medication; oral hypoglycemics < metformin; sulfonylurea; pioglitazone; rosiglitazone; sitagliptin; empagliflozin; dapagliflozin; canagliflozin; exenatide; liraglutide; semaglutide; acarbose; repaglinide; SGLT2 inhibitor; GLP-1 agonist; DPP-4 inhibitor
sulfonylurea; sulfonylureas < glipizide; glyburide; glimepiride; gliclazide; chlorpropamide; tolbutamide; glibenclamide
thyroid hormone; thyroid replacement < levothyroxine; thyroxine; liothyronine; Synthroid
antithyroid drug; antithyroid drugs < methimazole; propylthiouracil; carbimazole; PTU; radioactive iodine
antidepressant; antidepressants < SSRI; SNRI; tricyclic antidepressant; MAO inhibitor; bupropion; mirtazapine; trazodone
SSRI; SSRIs; selective serotonin reuptake inhibitor < fluoxetine; sertraline; citalopram; escitalopram; paroxetine; fluvoxamine
SNRI < venlafaxine; duloxetine; desvenlafaxine
tricyclic antidepressant; TCA; tricyclic; tricyclics < amitriptyline; nortriptyline; imipramine; clomipramine; desipramine; doxepin
MAO inhibitor; MAOI; monoamine oxidase inhibitor < phenelzine; tranylcypromine; selegiline; isocarboxazid; rasagiline
antipsychotic; antipsychotics; neuroleptic; neuroleptics < haloperidol; risperidone; olanzapine; quetiapine; clozapine; aripiprazole; chlorpromazine; ziprasidone; fluphenazine; thioridazine; paliperidone; perphenazine
mood stabilizer; mood stabilizers < lithium; valproate; lamotrigine; carbamazepine
benzodiazepine; benzodiazepines; benzos; benzo < lorazepam; diazepam; alprazolam; clonazepam; midazolam; temazepam; chlordiazepoxide; Xanax; Valium
sedative; sedatives; sleeping pills; sleep aid; sleeping tablets < zolpidem; barbiturate; phenobarbital; propofol; ketamine; etomidate; melatonin
antiepileptic; anticonvulsant; anticonvulsants; antiepileptics; anti-seizure medication; antiseizure medication < phenytoin; carbamazepine; valproate; valproic acid; sodium valproate; lamotrigine; levetiracetam; topiramate; gabapentin; phenobarbital; ethosuximide; pregabalin; oxcarbazepine; vigabatrin; lacosamide
stimulant; stimulants; ADHD medication < methylphenidate; amphetamine; dextroamphetamine; atomoxetine; Adderall; Ritalin; modafinil
antiparkinson drug < levodopa; carbidopa; pramipexole; ropinirole; bromocriptine; amantadine; benztropine; entacapone; trihexyphenidyl; cabergoline; L-DOPA
cholinesterase inhibitor < donepezil; rivastigmine; galantamine; pyridostigmine; neostigmine; physostigmine; edrophonium
memantine
anticholinergic; anticholinergics < atropine; scopolamine; oxybutynin; glycopyrrolate; tolterodine; hyoscine; tropicamide
antihistamine; antihistamines < diphenhydramine; cetirizine; loratadine; hydroxyzine; chlorpheniramine; Benadryl; fexofenadine; promethazine; meclizine
decongestant; decongestants; nasal spray < pseudoephedrine; oxymetazoline
proton pump inhibitor; PPI; PPIs; acid blocker ~ antacid; reflux < omeprazole; pantoprazole; esomeprazole; lansoprazole; rabeprazole
H2 blocker; H2 antagonist < ranitidine; famotidine; cimetidine
antacid; antacids; Tums < calcium carbonate; magnesium hydroxide; aluminum hydroxide; bismuth subsalicylate; sucralfate; misoprostol
antiemetic; antiemetics < ondansetron; metoclopramide; prochlorperazine; domperidone
laxative; laxatives; stool softener < lactulose; polyethylene glycol; senna; bisacodyl; docusate; psyllium
antidiarrheal < loperamide; diphenoxylate; octreotide
aminosalicylate < mesalamine; sulfasalazine; 5-ASA
immunosuppressant; immunosuppressants; immunosuppressive therapy; immunosuppression; immunosuppressive medication; immunosuppressed ~ transplant; HIV; steroid; chemotherapy < azathioprine; cyclosporine; tacrolimus; mycophenolate; methotrexate; cyclophosphamide; sirolimus; mycophenolate mofetil; leflunomide; 6-mercaptopurine; mercaptopurine
methotrexate; MTX
prednisolone; pred
DMARD; disease-modifying antirheumatic drug; DMARDs < methotrexate; hydroxychloroquine; sulfasalazine; leflunomide
biologic; biologics; TNF inhibitor; anti-TNF < infliximab; adalimumab; etanercept; rituximab; tocilizumab; certolizumab; ustekinumab; natalizumab; omalizumab; eculizumab; denosumab; belimumab
chemotherapy; chemotherapeutic agent; chemo; chemotherapeutics ~ cancer treatment < doxorubicin; cisplatin; carboplatin; cyclophosphamide; vincristine; vinblastine; paclitaxel; docetaxel; 5-fluorouracil; fluorouracil; bleomycin; etoposide; methotrexate; gemcitabine; oxaliplatin; irinotecan; cytarabine; daunorubicin; busulfan; ifosfamide; hydroxyurea; temozolomide; capecitabine; melphalan; asparaginase
targeted therapy; tyrosine kinase inhibitor < imatinib; erlotinib; trastuzumab; bevacizumab; sorafenib; sunitinib; pembrolizumab; nivolumab; bortezomib; lenalidomide; thalidomide; ruxolitinib; dasatinib; cetuximab
hormonal therapy < tamoxifen; anastrozole; letrozole; leuprolide; raloxifene; exemestane; bicalutamide; flutamide; goserelin
oral contraceptive; oral contraceptives; birth control pills; birth control; OCP; OCPs; contraceptive pills; combined oral contraceptive; contraception; contraceptive pill  ~ contracepti
hormone replacement; HRT; estrogen; estrogen therapy; hormone replacement therapy; testosterone therapy; progesterone; progestin; medroxyprogesterone; estradiol ~ hormone; menopaus
fertility drug < clomiphene; letrozole; gonadotropins
oxytocic; uterotonic; uterotonics < oxytocin; methylergonovine; carboprost; Pitocin; ergometrine; dinoprostone
tocolytic < terbutaline; nifedipine; magnesium sulfate; ritodrine
bisphosphonate; bisphosphonates < alendronate; zoledronic acid; risedronate; pamidronate; ibandronate
gout drug < allopurinol; colchicine; febuxostat; probenecid
muscle relaxant; muscle relaxants < cyclobenzaprine; baclofen; dantrolene; tizanidine; methocarbamol; succinylcholine; rocuronium; vecuronium; suxamethonium
anesthetic; anesthetics; general anesthesia < halothane; sevoflurane; isoflurane; bupivacaine; thiopental; nitrous oxide; desflurane
PDE5 inhibitor < sildenafil; tadalafil; vardenafil; Viagra
5-alpha reductase inhibitor < finasteride; dutasteride
triptan; triptans < sumatriptan; rizatriptan; zolmitriptan
iron supplement; iron supplements; iron supplementation; iron tablets; oral iron; ferrous sulfate ~ iron
vitamin supplement; supplements; multivitamin; vitamins; folic acid; vitamin D; vitamin B12; calcium supplements; thiamine; vitamin C; vitamin K; vitamin A ~ vitamin; folate; supplement
herbal supplement; herbal remedies; St. John's wort; herbal medicine; ginkgo; ginseng; kava ~ herbal; supplement
antidote < N-acetylcysteine; flumazenil; fomepizole; deferoxamine; dimercaprol; pralidoxime; activated charcoal; methylene blue; penicillamine; protamine; EDTA; succimer
isotretinoin; Accutane; retinoid; tretinoin
eye drops; glaucoma drops < latanoprost; pilocarpine; brimonidine; dorzolamide; cyclopentolate
growth hormone; desmopressin; DDAVP; vasopressin analog
cocaine; crack cocaine ~ drug use; illicit; recreational; substance
methamphetamine; crystal meth; amphetamines; ecstasy; MDMA ~ drug use; illicit; recreational; substance
marijuana; cannabis; weed; THC ~ drug use; illicit; recreational; substance
LSD; PCP; hallucinogens; phencyclidine; psilocybin; ketamine use ~ drug use; illicit; recreational; substance
anabolic steroids; anabolic steroid use; performance-enhancing drugs ~ steroid; bodybuild
`;
