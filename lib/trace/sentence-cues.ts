import { type GatedPattern, gated } from '@/lib/text/gated-pattern';

/**
 * What is seen of one sentence when its role is read: cues in its words, by name. A cue says what it looks for and nothing
 * of which role it speaks for; that is weighed by the weights made from annotated sentences. The phrases are our own reading
 * of how clinicians and models word their reasoning. All patterns read lower-case text with straight apostrophes.
 */
export interface SentenceCue {
  readonly name: string;
  readonly pattern: GatedPattern;
}

const PERSON =
  '(?:he|she|they|it|his|her|their|this (?:patient|man|woman|boy|girl|child|kid|guy|infant|baby|lady|person)|(?:the|our) (?:[a-z]+ )?(?:patient|man|woman|boy|girl|child|kid|guy|infant|baby|lady|person))';
const SOMEONE =
  '(?:man|woman|boy|girl|child|kid|guy|infant|baby|newborn|neonate|toddler|lady|patient|male|female|mother|person|teenager|adolescent|couple)';
const TEST =
  '(?:x-?rays?|ct|mri|ultrasound|sonogra\\w+|echo|echocardiogra\\w+|ecgs?|ekgs?|scans?|radiograph\\w*|imaging|biops\\w+|h(?:a)?emoglobin|h(?:a)?ematocrit|leu[ck]ocytes?|wbc|white (?:blood )?cells?|neutrophils?|platelets?|reticulocytes?|creatinine|bun|urea|glucose|sugars?|sodium|potassium|calcium|bicarbonate|chloride|lactate|albumin|bilirubin|alt|ast|alp|phosphatase|inr|pt|aptt|ptt|esr|crp|ldh|tsh|t3|t4|hcg|psa|afp|hba1c|ph|pco2|po2|anion gap|osmolality|csf|urinalys\\w+|cultures?|serolog\\w+|antibod\\w+|titers?|electrophoresis|smears?|stains?|troponins?|ferritin|karyotype|hormones?|analys[ie]s|spirometry|endoscopy|colonoscopy|angiogra\\w+|morphology|motility|counts?|labs?|laborator\\w+|levels?|lab results|results?|tests?|panels?|assays?)';
const CONDITION =
  '(?:[a-z]{3,}(?:itis|osis|oma|omas|emia|aemia|uria|pathy|plasia|trophy|penia|philia|rrhea|rrhage|thorax|lysis|sclerosis|iasis|ectasis|plegia|stenosis|algia)|[a-z]{2,} (?:syndrome|disease|disorder|infection|cancer|deficiency|failure|anemia|anaemia|fracture|occlusion|embolism|infarction|insufficiency|poisoning|toxicity|pregnancy|withdrawal|reaction|rupture|palsy)|stroke|cancer|tumou?rs?|infections?|metasta\\w+|abscess|hernia|malignanc\\w+|h(?:a)?emorrhage|ischemi\\w+|asthma|copd|diabetes|hypertension|hypothyroidism|hyperthyroidism|lupus|epilepsy|sepsis|pe|dvt|tb|mi)';
const DRUG_OR_PROCEDURE =
  '(?:[a-z]{3,}(?:ectomy|otomy|ostomy|oscopy|plasty|pexy|mycin|cillin|azole|olol|pril|sartan|statin|cycline|floxacin|caine|azepam|parin|mab|nib|vir|prazole|setron|triptan|amide|phylline)|antibiotics?|steroids?|surgery|dialysis|therapy|treatments?|medications?|drugs?|doses?|dosage|vaccin\\w+|transfusion|fluids?|oxygen|insulin|aspirin|warfarin|heparin|chemotherapy|antidote|supplement\\w*|infusion|bolus|resuscitation)';

/**
 * A word of a long list behind words that may be left out. Looked at without being taken: else the list is compiled anew for
 * each way to reach it, which costs more than many sentences.
 */
function ahead(words: string): string {
  return `(?=${words}\\b)`;
}

function cue(name: string, source: string): SentenceCue {
  return { name, pattern: gated(new RegExp(source)) };
}

export const SENTENCE_CUES: readonly SentenceCue[] = [
  // Of whom it speaks
  cue('age of a person', '\\b\\d{1,3}[- ](?:year|month|week|day)s?[- ]old\\b'),
  cue(
    'introduces someone',
    `\\b(?:we have|we've got|there's|there is|dealing with|this is|so,?|about|case of|given) (?:this |an? |our )(?:[a-z0-9-]+ ){0,3}${SOMEONE}\\b`,
  ),
  cue(
    'someone comes in',
    `\\b${SOMEONE}\\b.{0,40}\\b(?:who|who's|with|comes in|presents|presenting|presented|dealing with|experiencing|showing)\\b`,
  ),
  cue(
    'has a history of',
    '\\b(?:history of|known (?:case|to have)|diagnosed with|managing|has been (?:taking|on))\\b',
  ),
  cue(
    'they have',
    "\\b(?:she|he|they|patient|guy|man|woman|boy|girl|child|kid)(?:'s|'ve|'re| has| have| had| is| are| was| were)(?: also| really| been| got| looking| feeling| experiencing| showing| dealing with| having)?\\b",
  ),
  cue(
    'opens with the person',
    `^(?:okay,? |now,? |so,? |hmm,? |but |and |plus,? |also,? |then,? |well,? |oh,? |alright,? ){0,2}${PERSON}(?:'s|'ve|'re)?\\b`,
  ),
  cue(
    'opens with his or her',
    "^(?:okay,? |now,? |so,? |hmm,? |but |and |plus,? |also,? |then,? |well,? |oh,? ){0,2}(?:his|her|their|the patient's|this patient's)\\b",
  ),
  cue('his or her', "\\b(?:his|her|their|patient's)\\b"),
  cue('this patient', `\\b(?:this|our|the) (?:[a-z-]+ ){0,2}${SOMEONE}\\b`),
  cue('he or she', "\\b(?:he|she)(?:'s|'d|'ll)?\\b"),
  cue('here', '\\b(?:here|in this (?:case|situation|context|scenario|patient))\\b'),
  cue(
    'people in general',
    '\\b(?:people|patients|individuals|women|men|children|kids|infants|those|cases|someone|anyone|folks|diabetics|smokers) (?:with|who|on|in|often|usually|typically|can|may|might|tend|are|have|like|of)\\b|\\bin (?:people|patients|individuals|women|men|children|kids|adults)\\b',
  ),
  cue(
    'one in general',
    "\\b(?:you|you'd|you'll|you've|we (?:usually|typically|often|generally)|one (?:would|might))\\b",
  ),
  // Findings
  cue(
    'value with a unit',
    '\\d\\s?(?:%|mg|g/|g\\b|ml|mmol|meq|mm\\b|mmhg|cm|iu|miu|u/l|units?|million|per (?:minute|milliliter|ml|ml|cubic)|bpm|°|degrees|beats|k\\b|/\\d)',
  ),
  cue('number', '\\d'),
  cue(
    'states a value',
    '\\b(?:is|was|at|of|are|were|shows?)(?: at| only| about| around| roughly| approximately)? \\d',
  ),
  cue('test', `\\b${TEST}\\b`),
  cue(
    'test shows',
    `\\b${TEST}\\b.{0,60}\\b(?:shows?|showed|shown|showing|reveals?|revealed|confirms?|came back|comes back|indicates?|suggests?|suggesting|hints?|is|are|was|were)\\b`,
  ),
  cue(
    'there is also',
    "^(?:oh,? |and |hmm,? |but |plus,? |then |now,? |okay,? |also,? ){0,3}there(?:'s| is| are|'re| was| were)\\b",
  ),
  cue(
    'adds',
    '^(?:plus|also|and|additionally|moreover|furthermore|besides|not only that|on top of|another|in addition|then there|oh,? and)\\b',
  ),
  cue(
    'notes a finding',
    "\\b(?:noticed|noted|mentioned|reports?|reported|describes?|described|complain\\w*|denies|denied|on exam\\w*|when examined|physical exam\\w*|vital signs|spotted|came back|comes back|experiencing|presents?|presenting|caught my eye|interesting(?:ly)?|don't forget|let's not forget)\\b",
  ),
  cue(
    'symptom word',
    '\\b(?:pain|fever|cough|swelling|swollen|rash|weakness|fatigue|nausea|vomiting|headache|dizz\\w+|bleeding|numbness|tingling|breath\\w*|shortness|tender\\w*|edema|jaundice|pallor|pale|weight loss|weight gain|seizures?|confus\\w+|bruis\\w+|palpitations|sweat\\w*|itch\\w*|discharge|blurr\\w+|vision|gait|mass|lump|lesions?|nodules?|symptoms?|signs?|pulse|blood pressure|heart rate|respiratory rate|temperature|tachycardia|hypotension|pupils?|reflexes|stiff\\w*|lethargy|diarrhea|constipation|dyspnea|orthopnea)\\b',
  ),
  cue(
    'severity of a finding',
    '\\b(?:severe|mild|sudden|sharp|dull|chronic|acute|persistent|intermittent|progressive|gradual|painless|bilateral|excessive|significant|noticeable)\\b',
  ),
  cue(
    'these findings',
    '\\b(?:these|those|this|the|all) (?:combination|symptoms?|signs?|findings?|clues|features?|details|pattern|results?|picture|presentation)\\b',
  ),
  cue('question', '\\?$'),
  cue('question inside', '\\?'),
  cue('two-word question', "^[a-z' -]{1,25}\\?$"),
  // Reading a test
  cue(
    'reads as normal or not',
    '\\b(?:normal|abnormal|elevated|high|low|raised|decreased|increased|reduced|borderline|positive|negative|within range|in range|cut-?off|threshold|above|below|on the edge|okay|fine|good|perfect|up|down)\\b',
  ),
  cue(
    'judges a value',
    "\\b(?:is|are|seems?|looks?|looking|that's|it's|which is|which seems) (?:also |quite |pretty |really |a bit |only |still |all |so |just |kind of |definitely |slightly |somewhat )*(?:normal|abnormal|elevated|high|low|raised|decreased|increased|reduced|borderline|positive|negative|okay|fine|good|perfect|up|down|solid|sharp|great|impressive|off|bad|mild|concerning|odd|unusual)\\b",
  ),
  cue(
    'quite low',
    '\\b(?:quite|pretty|really|very|a bit|slightly|markedly|significantly|definitely|too|still) (?:normal|elevated|high|low|raised|reduced|borderline|positive|negative)\\b',
  ),
  cue(
    'corrects or computes',
    '\\b(?:corrected|calculat\\w+|comes to|works out|equals|divided|times|ratio|index|formula|minus|plus \\d|gives (?:us|me)|results in|=|×)',
  ),
  cue(
    'it suggests',
    "^(?:so,? |and |hmm,? |now,? |also,? ){0,2}(?:that|this|it|both|these|those|which)(?:'s| is| are)? ?(?:definitely |really |all |immediately |kind of |strongly |clearly |just |usually )?(?:suggests?|means?|indicates?|points?|tells?|implies|shows?|confirms?|signals?|hints?|screams?)\\b",
  ),
  cue(
    'suggests',
    '\\b(?:suggests?|suggesting|indicat(?:es?|ing)|implies|implying|signals?|hints?|hinting|meaning|means)\\b',
  ),
  cue(
    'confirms',
    '\\b(?:confirms?|confirmed|consistent with|diagnostic of|characteristic of|pathognomonic)\\b',
  ),
  // Hypotheses
  cue(
    'could it be',
    "\\b(?:could (?:it|this|there|they|he|she|that) be|is it possible|might (?:it|this) be|what if|what about|how about|maybe it's|perhaps it's)\\b",
  ),
  cue(
    'may be',
    '\\b(?:could|might|may)(?: also| well| very well| just| even| actually| still)? (?:be|have|mean|point|indicate|suggest|involve|represent|explain)\\b',
  ),
  cue(
    'it could',
    '^(?:or |so,? |and |hmm,? |well,? |but |now,? ){0,2}(?:it|this|that|these|there|they)? ?(?:could|might|may)\\b',
  ),
  cue(
    'hedge',
    '\\b(?:maybe|perhaps|possibly|possible|possibility|potentially|potential|probably|likely|could|might|may)\\b',
  ),
  cue(
    'possibility',
    '\\b(?:possibilit\\w+|contenders?|candidates?|options?|suspects?|suspicion|differential|explanations?|scenario)\\b',
  ),
  cue(
    'consider',
    '\\b(?:consider|considering|think about|thinking about|think of|look into|entertain|explore|wonder\\w*)\\b',
  ),
  cue(
    'comes to mind',
    "\\b(?:comes? to mind|(?:pops?|jumps?|springs?|came) (?:in)?to (?:my )?(?:mind|head)|on the radar|rings? a bell|ringing|reminds? me|reminded|makes? me (?:think|wonder|consider|suspect)|made me think|making me think|i(?:'m| am) thinking|thinking (?:it|this|there|of|about)|i(?:'d)? (?:think|suspect|guess|wonder|bet)|leads? me|led to consider|could be something|think about)\\b",
  ),
  cue(
    'sounds like',
    '\\b(?:sounds?|looks?|seems?|feels?)(?: a lot| very much| more| kind of| just)? like\\b',
  ),
  cue(
    'points to',
    '\\b(?:points?|pointing|pointed|leans?|leaning|hints?|steer\\w*)(?: me| us| more| really| all)? (?:to|towards?|at|away)\\b',
  ),
  cue(
    'something like',
    '\\b(?:something|some kind|some sort|some type|some form|some)(?: more)? (?:like|of|going on|wrong|related|systemic)\\b',
  ),
  cue('or another', '\\bor (?:maybe|even|perhaps|possibly|some|something)\\b'),
  cue('names a condition', `\\b${CONDITION}\\b`),
  cue(
    'names several conditions',
    `\\b${CONDITION}(?:,? or |,? and |, )(?:[a-z]+ ){0,2}${ahead(CONDITION)}`,
  ),
  cue(
    'opens with a condition',
    `^(?:and |but |so,? |now,? |also,? |then |with |in |for |elevated |usually,? ){0,2}(?:[a-z'-]+ ){0,2}${ahead(CONDITION)}`,
  ),
  cue(
    'with this I mean',
    '^(?:with|given|based on|considering|looking at|from) (?:that|this|these|those|all|what|her|his|their|the)\\b',
  ),
  // For and against
  cue(
    'fits',
    '\\b(?:fits?|fitting|match\\w*|aligns?|aligned|lines? up|lining up|consistent with|compatible with|in keeping|adds? up|corresponds?|goes? along|makes? (?:a lot more |a lot of |more |perfect )?sense|checks? out|agrees?)\\b',
  ),
  cue(
    'fits well',
    '\\b(?:fits?|match\\w*|aligns?) (?:well|perfectly|best|better|nicely|pretty well|really|like a glove|the|with|into|this|our|quite)\\b',
  ),
  cue(
    'explains',
    '\\b(?:explains?|explaining|accounts? for|accounting for|due to|because of|caused by|could explain|would explain|brings? (?:it|everything) together)\\b',
  ),
  cue(
    'supports',
    '\\b(?:support\\w*|strengthen\\w*|in favou?r|strong (?:case|indication|evidence)|classic(?:al)?|hallmark|telltale|typical (?:of|for)|characteristic|giveaway|clincher|key (?:sign|clue|indicator|finding)|tips? the scales|scream\\w*|hint towards|suspicion|exactly (?:like|what)|just like)\\b',
  ),
  cue(
    'for something',
    '\\b(?:indication|evidence|sign|marker|clue|case|suspicion) (?:of|for|that)\\b',
  ),
  cue(
    'less likely',
    "\\b(?:less likely|unlikely|least likely|not likely|improbable|rule[sd]? (?:it |that |this )?out|ruling out|is out\\b|argues? against|against (?:it|this|that)|not (?:quite |really |entirely |so |as )?(?:typical|consistent|common|convinc\\w+)|inconsistent|doesn't (?:really |quite |totally |seem to |typically )?(?:fit|match|explain|align|click|add up|sound|seem|shout|give|spotlight)|don't (?:really |quite |seem to )?(?:fit|match|explain|align|shout)|wouldn't (?:fit|match|explain|cause)|didn't show|hasn't been|aren't mentioned|isn't mentioned|not mentioned|haven't mentioned|not seeing|don't see|didn't see|no (?:sign|signs|evidence|mention)|without (?:any )?(?:sign|evidence|mention)|hesitate|missing|lacks?|lacking|absence|absent)\\b",
  ),
  cue(
    'negation',
    "\\b(?:not|no|none|never|neither|nor|without|isn't|aren't|wasn't|weren't|doesn't|don't|didn't|hasn't|haven't|can't|cannot|wouldn't|won't|couldn't)\\b",
  ),
  cue(
    'one would expect',
    "\\b(?:would|we'd|you'd|i'd|might|should)(?: typically| usually| normally| often)?(?: see| expect| have expected| bring| cause| come| give)\\b",
  ),
  cue(
    'but usually',
    "\\b(?:but|however|though|although|yet)\\b.{0,40}\\b(?:usually|typically|often|tends?|normally|those|that would|we'd|you'd)\\b",
  ),
  cue('but inside', '[a-z],? (?:but|however|though|although|yet)\\b'),
  cue(
    'opens with but',
    '^(?:but|however|yet|although|though|still|on the other hand|then again|that said)\\b',
  ),
  cue(
    'but wait',
    '^(?:oh,? |hmm,? |but |and |so,? |no,? )*(?:wait|hold on|hang on|actually|hmm,? wait)\\b',
  ),
  cue(
    'only but wait',
    '^(?:oh,? |hmm,? |but |and |ah,? )*(?:wait|hold on|hang on)(?: a (?:minute|second|sec|moment))?[.,!—-]? ?$',
  ),
  // Knowledge
  cue(
    'usually',
    '\\b(?:usually|typically|often|commonly|generally|normally|sometimes|tends? to|frequently|in general|always|most (?:common|often|cases))\\b',
  ),
  cue(
    'opens with usually',
    '^(?:hmm,? |well,? |and |but |so,? |now,? )?(?:usually|typically|often|commonly|generally|normally|sometimes|in general)\\b',
  ),
  cue(
    'is known',
    "\\b(?:(?:is|are|it's|they're|be)(?: also| often| well)? (?:known|famous|notorious|considered|called|associated|linked|caused|characteri[sz]ed|defined|seen|found|used|mentioned|supposed|pretty common)|known (?:as|for|to)|refers? to|happens? when|occurs? when|is when|is a (?:type|form|kind|condition|rare|common|genetic)|i (?:remember|recall|know|read)|i've (?:read|heard)|we know|remember,?)\\b",
  ),
  cue(
    'can cause',
    '\\b(?:can|may|could|might)(?: also| often| definitely| really| sometimes| indeed)? (?:cause|lead|result|affect|happen|occur|mess|produce|trigger|raise|lower|increase|decrease|help|show|be due|rise|throw|mimic|spread|come|take|develop|change)\\b',
  ),
  cue(
    'causes',
    '\\b(?:causes?|causing|leads? to|leading to|results? in|produces?|affects?|reduces?|increases?|decreases?|inhibits?|blocks?|damages?|prevents?|triggers?|helps?|measures?|checks?|allows?|regulat\\w+|attack\\w*|involves?|targets?|covers?|supplies)\\b',
  ),
  cue(
    'is a',
    "^(?:[a-z'’-]+ ){1,4}(?:is|are) (?:an?|the|all|about|primarily|mainly|just|really)\\b",
  ),
  cue(
    'it is a',
    "^(?:it|that|this|these|they)(?:'s|'re| is| are) (?:an?|the|one of|all|like|also|usually|often|typically|when|where|because|really|pretty|kind of)\\b",
  ),
  cue(
    'because',
    "^(?:well,? )?(?:because|since|after all|this is because|that's because|the reason|you know|think about it|remember)\\b",
  ),
  cue('because inside', '\\b(?:because|since|as it|so that)\\b'),
  cue(
    'mechanism',
    '\\b(?:mechanism|receptors?|enzymes?|pathway|cells?|bone marrow|immune system|hormones?|nerves?|arter(?:y|ies)|veins?|protein|gene|genes|genetic|mutation|metabolism|bacteri\\w+|virus\\w*|body|kidneys?|liver|heart|lungs?|brain|risk factors?)\\b',
  ),
  cue('when or if it', '^(?:so,? |and |but |now,? )?(?:when|if|in)\\b'),
  cue('if inside', '\\b(?:if|when|unless)\\b'),
  cue('which is', '\\b(?:which|that) (?:is|are|means|can|helps?|includes?|usually|often)\\b|—'),
  // Plan
  cue(
    'should do',
    "\\b(?:should|need to|needs to|have to|must|ought to|better|want to|would want|going to|let's|could)(?: also| definitely| probably| really| first| then| start| start by)* (?:start|check|get|do|order|perform|give|begin|run|monitor\\w*|stop|test|measure|obtain|treat|administer|switch|move|refer|proceed|involve|keep an eye|watch|repeat|adjust|go for|go with|look at|confirm|verify|ensure|rule out|talk|ask|be (?:monitored|started|given|done|checked|stopped|discontinued))\\b",
  ),
  cue(
    'should',
    '\\b(?:should|need to|needs to|have to|must|ought to|necessary|essential|crucial|important|vital)\\b',
  ),
  cue(
    'a plan',
    '\\b(?:plan|next step|first step|step|approach|management|manage|treatment of choice|first-line|go-to|recommend\\w*|intervention|follow-?up|monitor\\w*|specialist|refer\\w*|consult\\w*|alternatives?|start(?:ing)? (?:with|her|him|them)|strategy|workup|work-up|diagnostics?|best move|proceed\\w*)\\b',
  ),
  cue(
    'a test would',
    `\\b${TEST}\\b.{0,40}\\b(?:would|could|might|can|will|should|seems?|makes?)\\b`,
  ),
  cue(
    'test to do',
    `\\b(?:checking|getting|doing|running|ordering|performing|measuring|a|an|some|blood|these|those|both|specific|the) (?:[a-z-]+ ){0,3}${ahead(TEST)}`,
  ),
  cue('drug or procedure', `\\b${DRUG_OR_PROCEDURE}\\b`),
  cue(
    'wise to',
    '\\b(?:smart|wise|must|good idea|make sense|makes sense|worth|helpful|useful|best|safer|safest|ideal|reasonable|practical|right move|handy)\\b',
  ),
  cue(
    'we need',
    "^(?:so,? |and |now,? |but |then,? |also,? ){0,2}(?:we|they|i)(?:'d|'ll|'re)? (?:should|need|must|have to|could|might|want|would|can|better|will|definitely)\\b",
  ),
  // Safety
  cue(
    'risk or danger',
    '\\b(?:risks?|risky|dangerous|danger|life-threatening|fatal|deadly|serious|severe reaction|urgent|urgency|emergenc\\w+|immediate(?:ly)?|critical|red flags?|warnings?|safe|safety|safely|harm|complications?|worsens?|worry|worried|worrisome|worrying|alarm\\w*|concern(?:s|ed|ing)?|caution|cautious|careful(?:ly)?|contraindicat\\w+|side effects?|adverse)\\b',
  ),
  cue(
    'risk of',
    "\\b(?:risks? (?:of|for|here|is)|at (?:greater |higher |greatest )?risk|big deal|can't (?:miss|ignore|wait|just|overlook)|cannot (?:miss|ignore|wait)|must not|don't want to|wouldn't want|wait too long|too long|keep in mind|just in case|in case|be sure|make sure|ensure|to be safe|safe side|watch out|watch for|caught in time|overlook\\w*|not (?:be )?miss)\\b",
  ),
  cue(
    'without data',
    "\\b(?:without (?:actual|more|any more|those|that|further)|don't have (?:those|the|enough|any)|not given|educated guess\\w*|uncertain\\w*|confirm\\w*|limit\\w*)\\b",
  ),
  // Correcting oneself
  cue(
    'jump to conclusions',
    '\\b(?:jump(?:ing)? to conclusions|rush(?:ing)?|too (?:quickly|fast|hasty)|ahead of myself|not (?:so|just yet)|step back|second thought|reconsider\\w*|re-?evaluat\\w*|reassess\\w*|revisit\\w*|rethink\\w*|double-?check\\w*|backtrack\\w*|go back)\\b',
  ),
  cue(
    'own earlier thought',
    "\\b(?:initially|at first|i thought|i realized|i realised|realizing|then i|i was (?:wrong|thinking)|i (?:made|have) |overlooked|forget|forgot|mistake|misread|missed|seemed like|i've almost|not everything|not all|might not be enough|torn|makes me (?:pause|reconsider|hesitate|rethink))\\b",
  ),
  cue(
    'another possibility',
    '\\b(?:another (?:possibility|thought|option|explanation|consideration|thing)|other (?:possibilities|options|things|explanations|causes)|more to consider|what else|alternative|something else|more pressing)\\b',
  ),
  // Conclusion
  cue('opens with so', '^(?:so|okay,? so|alright,? so|therefore|thus|hence|consequently)\\b'),
  cue(
    'sums up',
    "\\b(?:in conclusion|to conclude|conclude|in summary|to sum|summing|overall|all in all|in the end|at the end of the day|ultimately|putting (?:it|this|that|everything|these) (?:all )?together|put (?:it|this|everything) (?:all )?together|wrap(?:ping)? (?:it|this|up|things)|bottom line|on balance|weigh(?:ed|ing) (?:everything|all)|all (?:things|this) considered|considering (?:everything|all)|given (?:all|everything)|taken together|having (?:weighed|considered)|rounding up|mulling|thinking (?:it|this) (?:all )?(?:over|through)|when (?:i|you) (?:put|look|consider)|balancing|after (?:all|looking|piecing|rounding|weighing|considering)|settl\\w+ on|here's where|looking at everything|the whole (?:picture|thing)|big picture|final(?:ly)?)\\b",
  ),
  cue(
    'most likely',
    '\\b(?:most likely|most probable|likely (?:diagnosis|culprit|cause)|best (?:fit|explanation|answer|call|choice|bet|guess|move|explains)|strongest|most (?:straightforward|logical|fitting|sensible|immediate|indicative|appropriate)|real culprit|culprit|main reason|reasonable (?:conclusion|diagnosis)|the (?:answer|diagnosis|conclusion) (?:is|here|seems|would|that)|diagnosis|(?:fits?|fit) (?:best|like)|odd one out)\\b',
  ),
  cue(
    'I am confident',
    "\\b(?:i(?:'m| am| feel)(?: feeling| pretty| really| fairly| quite)* (?:confident|sure|good|convinced|certain|leaning)|i'd say|i would say|i really think|i think (?:it's|these|the)|feels like|seems like|yep|yeah|clear(?:ly)?|definitely|let's go with|going with|sticking with|strong(?:ly)?|no doubt)\\b",
  ),
  cue('opens with agreement', "^(?:yep|yes|yeah|right|exactly|sure|indeed|that's it|clearly)\\b"),
  cue(
    'this approach',
    '^(?:this|that) (?:approach|way|plan|ensures|helps|should|makes sure|conclusion|diagnosis)\\b',
  ),
  // Talk about the reasoning
  cue(
    "let's think",
    "\\b(?:let's|let us|let me|i need to|i should|we need to|we should|time to|i want to|i'm trying to|trying to)(?: also| just| now| first)? (?:think|see|look|start|break|dig|dive|consider|figure|address|talk|go|switch|connect|explore|ponder|focus|run|recall|put|review|piece|narrow|understand|examine|evaluate|keep)\\b",
  ),
  cue(
    'opens with a filler',
    "^(?:okay|ok|alright|all right|hmm|well|oh|ah|now|anyway|right|let's see|let me see)\\b",
  ),
  cue('opens with hmm', '^(?:oh,? |but |so,? |okay,? )?(?:hmm|hm|well|i wonder)\\b'),
  cue(
    'moves on',
    "\\b(?:moving on|now,? (?:let's|on to|about|for|looking|what|how|when)|first things|starting with|next up|as for|what's|speaking of|back to|turning to|that's (?:interesting|odd|tough|something|kind of|a bit))\\b",
  ),
  cue('very short', '^.{1,32}$'),
  cue('short', '^.{33,60}$'),
  cue('long', '^.{140,}$'),
  cue('very long', '^.{200,}$'),
  cue('ends with an exclamation', '!$'),
  cue(
    'asks to agree',
    "(?:right|isn't it|doesn't it|isn't that|does it|wouldn't you agree|make sense)\\?$",
  ),
];

const CONDITION_PATTERN = gated(new RegExp(`\\b${CONDITION}\\b`));
const SYMPTOM_PATTERN = SENTENCE_CUES.find(({ name }) => name === 'symptom word')?.pattern;

/** Whether a text in lower case names a condition, by its name or the ending of its name. */
export function namesCondition(plain: string): boolean {
  return CONDITION_PATTERN.test(plain);
}

/** Whether a text in lower case names a symptom or a sign. */
export function namesSymptom(plain: string): boolean {
  return SYMPTOM_PATTERN?.test(plain) ?? false;
}
