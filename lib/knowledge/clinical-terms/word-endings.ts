/**
 * Endings by which a word that no list has is known for a clinical one, by what it then names. Endings of drugs: stems of
 * international non-proprietary names (WHO, The use of stems in the selection of INN, 2018). Others: combining forms of
 * Greek and Latin in ordinary medical use. A line is `kind | ending; ending`.
 */
export const WORD_ENDINGS = `
drug | pril; prilat; sartan; olol; dipine; statin; cillin; mycin; micin; floxacin; cycline; azole; conazole; oxacin; bactam; penem; vir; vudine; tegravir; navir; parin; gatran; xaban; grel; thiazide; semide; lukast; terol; tropium; tidine; prazole; setron; gliptin; gliflozin; glitazone; glutide; azepam; azolam; zolam; barbital; triptan; oxetine; pramine; triptyline; caine; curium; curonium; mab; tinib; ciclib; platin; rubicin; taxel; trexate; bendazole; quine; dronate; fungin; lisib; zomib; profen; coxib; sone; solone; asone; relin; steride; dopa; giline; peridol; azine; tiapine; peridone; oxone; morphone; codone; fentanil
symptom | algia; odynia; rrhea; rrhoea; plegia; paresis; phagia; phasia; praxia; pnea; pnoea; dipsia; opsia; anopia; opia; esthesia; aesthesia; phobia; kinesia; mania; somnia; orexia
sign | megaly; edema; oedema; cele; rrhagia; rrhage; osmia; ptosis; dactyly; cephaly; glossia; derma; tropia; plasia; genesis; trichosis; natremia
test finding | emia; aemia; uria; penia; cytosis; philia; blastosis; ectasis; ectasia; stenosis; thorax; calcinosis; lithiasis; sclerosis
procedure | ectomy; otomy; ostomy; plasty; scopy; centesis; pexy; desis; graphy; lysis
`;
