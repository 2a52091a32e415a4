/**
 * Places of the body by the word that places a complaint, with beginnings of words that place one near or all over: a case with
 * any of them may have meant the place. Own selection from general anatomical knowledge. A line is `site; synonym ~ near; near`.
 */
export const BODY_SITES = `
shoulder; shoulders; shoulder-tip; shoulder tip; shoulder blade ~ shoulder; scapul; arm; clavic; humer; acromi; extremit; limb; joint; brachi; neck
elbow; elbows ~ elbow; arm; joint; extremit; limb
wrist; wrists ~ wrist; hand; forearm; joint; carp; arm; extremit; limb
finger; fingers; thumb ~ finger; hand; digit; thumb; joint; extremit; limb; acral
hip; hips ~ hip; leg; femor; femur; pelvi; joint; groin; buttock; limb; gait; limp
knee; knees ~ knee; patell; leg; joint; tibi; femur; menisc; extremit; limb
calf; calves ~ calf; calves; leg; extremit; limb; claudic; DVT; thromb
ankle; ankles; pedal ~ ankle; foot; feet; leg; joint; malleol; extremit; limb; edema; pedal
heel; toe; toes; foot; feet ~ foot; feet; toe; heel; leg; extremit; limb; plantar; hallux; acral; metatars
neck ~ neck; nuchal; cervic; thyro; throat; goit; mening; head; lymph; node; submand; carot
lower back; back; flank; flanks; loin ~ back; spin; lumb; flank; vertebr; sacr; costover; loin; renal; kidney; ureter; retroper
groin; inguinal ~ groin; inguin; scrot; hip; pelvi; leg; testic; femor; hern; lymph; node
testicular; scrotal; testicle ~ test; scrot; epididym; groin; genit
jaw ~ jaw; mandib; face; facial; tooth; teeth; chew; mastic; mumps; tempor; dent; mouth
ear; ears ~ ear; ears; otit; otal; otorr; tympan; hear; mastoid; audit
eye; eyes; eyelid; eyelids ~ eye; ocul; vis; pupil; conjunct; orbit; cornea; retin; photoph; ptos; sclera; lid; ophthal
throat ~ throat; pharyn; tonsil; swallow; phag; laryn; oral; mouth
tongue; gum; gums; mouth ~ tongue; gum; gingiv; mouth; oral; mucos; lip; gloss; stomat; dent; tooth; perioral
scalp ~ scalp; head; hair; skull
facial; face; cheek ~ face; facial; cheek; malar; sinus; head; jaw; trigem; orbit; peri; mouth; nose
breast; breasts; nipple ~ breast; nippl; mamm; gyneco; galact; lact; areol
pelvic ~ pelvi; abdo; uter; vagin; ovar; menstr; adnex; groin; suprapub; cervi; bladder
vaginal; vulvar ~ vagin; vulv; uter; cervi; menstr; genit; vulvov; pregnan; postpart; labor; deliver; period; mens; pelvi
penile; urethral; genital ~ penis; penile; ureth; genit; urin; dysuri; foreskin; glans; sex; vulv; vagin; chanc
rectal; anal; perianal ~ rect; anal; anus; perian; hemorrh; stool; hematoch; bowel; fist; fissur
chest ~ chest; thora; stern; breast; heart; angin; lung; pleur; rib; precord; cardia; retrostern; myocard; coron; dyspn
abdominal; belly; stomach; tummy; epigastric ~ abdo; epigast; stomach; belly; tumm; quadrant; umbil; gut; bowel; gastr; hypochond; flank; ilia; colic; pelvi; liver; spleen; uter
`;

/** What is felt or seen somewhere: "pain" in "shoulder-tip pain". */
export const PLACED_COMPLAINTS =
  'pain pains ache aches aching swelling stiffness numbness tingling weakness tenderness lump mass rash ulcer sore sores discharge bleeding itching cramps cramping redness bruising bruise lesion lesions blisters injury wound spasm spasms deformity';
