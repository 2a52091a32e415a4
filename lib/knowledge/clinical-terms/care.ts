/**
 * What care a patient had or has: samples, tests, forms of drugs, aids and services. Own selection from general medical
 * knowledge; the form of a line is told in symptoms.ts.
 */
export const CARE = `
swab; swabs; throat swab; nasal swab; cervical swab; vaginal swab; wound swab ~ swab; cultur; PCR
Pap smear; cervical smear; smear test ~ smear; Pap; cytolog
blood culture; urine culture; sputum culture; stool culture; wound culture ~ cultur; grow; grew; isolat; coli; cocc
urine dipstick; dipstick; urinalysis; urine test ~ urin; dipstick
arterial blood gas; blood gas; ABG ~ pH; PaO2; PaCO2; pCO2; gas; gases; bicarb; HCO3
pregnancy test; hCG test ~ pregnan; hCG
tuberculin test; PPD; Mantoux; skin prick test; patch test; allergy test ~ tubercul; PPD; prick; patch; allerg; skin test
karyotype; genetic test; genetic testing; chromosome analysis ~ genet; karyo; chromos; mutat; gene
toxicology screen; tox screen; drug screen ~ tox; drug; screen
slit lamp exam; slit-lamp examination; slit lamp ~ slit; lamp
audiogram; hearing test; audiometry ~ audio; hear
sleep study; polysomnography ~ sleep; polysomn
glucose tolerance test; stool test; stool sample; sputum sample ~ gluc; stool; fec; sputum; ova
eye drops; eyedrops; ear drops; nose drops; nasal drops; antibiotic drops; steroid drops; drops for ~ drop; eyedrop; instil; topical
ointment; steroid cream; antifungal cream; cream; creams; lotion; topical steroid ~ ointment; cream; lotion; topical; gel
inhaler; inhalers; puffer; nebulizer; nebuliser ~ inhal; puff; nebul; albuterol; asthma; bronchodil
nasal spray; decongestant; decongestants ~ spray; decongest; nasal
nicotine patch; skin patch; transdermal patch; fentanyl patch; hormone patch ~ patch; transderm
suppository; suppositories; enema; enemas ~ supposit; enema; rectal
cough syrup; cough medicine; cold remedy; over-the-counter medicine; over-the-counter pills ~ syrup; counter; cough; cold
iron tablets; iron pills; iron supplements; iron supplement; iron supplementation ~ ferrous; suppl; iron
vitamin tablets; multivitamin; multivitamins; vitamin supplements; vitamin pills; supplements ~ vitamin; suppl
herbal remedy; herbal remedies; herbal tea; herbal supplement; herbal medicine ~ herb; remed; suppl
sleeping pills; sleeping tablets; sleeping pill; sleeping tablet ~ sleep; sedat; hypnot; insomn
diet pills; slimming pills; weight-loss pills ~ diet; pill; weight
blood pressure tablets; blood pressure pills; water tablets; heart pills; heart tablets ~ hypertens; medic; tablet; pill; diure
insulin pump; infusion pump ~ pump; insulin
sutures; stitches; stitched; sutured ~ sutur; stitch; lacer; repair; wound
sling; knee brace; neck brace; tourniquet; compression stockings; orthotics; insoles ~ sling; brace; tourniq; stocking; orthot
surgical drain; feeding pump ~ drain; pump
forceps delivery; forceps; vacuum extraction; ventouse; vacuum delivery; instrumental delivery ~ forceps; vacuum; ventouse; instrument; assist
episiotomy; labor induction; induction of labor; induced labor ~ episio; induc; oxytocin; perine
intensive care; ICU stay; ICU ~ intensive; ICU; unit; ventil
physical therapy; physiotherapy; rehab; rehabilitation; speech therapy ~ therap; rehab; physio
psychotherapy; counseling; counselling; cognitive behavioral therapy ~ psych; counsel; therap; cogn
gastric lavage; activated charcoal; charcoal ~ lavage; charcoal
acupuncture; massage; chiropractor; chiropractic ~ acupunct; massag; chiropr; manip
`;
