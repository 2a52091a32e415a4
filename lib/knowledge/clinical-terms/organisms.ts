/** Organisms that a culture, stain or test can show. Own selection; the form of a line is told in symptoms.ts. */
export const ORGANISMS = `
staphylococcus; staph; staphylococci; MRSA < Staphylococcus aureus; S. aureus; Staphylococcus epidermidis; Staphylococcus saprophyticus
streptococcus; strep; streptococci < Streptococcus pyogenes; group A strep; Streptococcus pneumoniae; pneumococcus; group B strep; group B streptococcus; Streptococcus viridans; viridans streptococci; Streptococcus agalactiae; Streptococcus bovis
enterococcus; Enterococcus faecalis
Escherichia coli; E. coli
Klebsiella; Klebsiella pneumoniae
Pseudomonas; Pseudomonas aeruginosa
Haemophilus influenzae; H. influenzae
Neisseria meningitidis; meningococcus
Neisseria gonorrhoeae; gonococcus
Listeria; Listeria monocytogenes
Salmonella; Salmonella typhi
Shigella
Campylobacter; Campylobacter jejuni
Clostridium difficile; C. difficile; C. diff
Helicobacter pylori; H. pylori
Legionella; Legionella pneumophila
Mycoplasma; Mycoplasma pneumoniae
Chlamydia trachomatis
Mycobacterium tuberculosis; Mycobacterium avium; MAC
Borrelia burgdorferi; Rickettsia; Bartonella; Coxiella burnetii; Brucella; Ehrlichia
Candida; Candida albicans
Aspergillus; Cryptococcus; Histoplasma; Coccidioides; Blastomyces; Pneumocystis
Giardia; Entamoeba histolytica; Cryptosporidium; Toxoplasma; Plasmodium falciparum
Epstein-Barr virus; EBV
cytomegalovirus; CMV
respiratory syncytial virus; RSV
rotavirus; norovirus; adenovirus; parainfluenza virus; rhinovirus
Actinomyces; Nocardia
Proteus; Proteus mirabilis; Serratia; Enterobacter; Acinetobacter
`;
