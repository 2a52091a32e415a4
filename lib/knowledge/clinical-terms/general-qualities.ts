/**
 * Qualities that exclude each other whatever they are said of. Own selection from general medical knowledge. A line is
 * `quality; quality | quality; quality`: the qualities of one group mean the same, or do not exclude each other. A word may
 * stand in several lines: what is decreased is neither normal nor increased. A quality of a line that begins with `*` tells of
 * itself what it is said of.
 */
export const GENERAL_QUALITIES = `
normal; intact; preserved; unremarkable; spared; normally; healthy; unaffected; undisturbed | abnormal; impaired; disturbed; deranged; decreased; reduced; diminished; lost; absent; blunted; increased; elevated; raised; enlarged; dilated; swollen; prolonged; delayed; weak; atrophic; low; high; loss; deficit; congested; edematous; inflamed; hyperemic; erythematous; distended; displaced; deviated; thickened; thinned; deformed; nodular; tortuous; opacified; cloudy; hazy; blurred; cupped; ulcerated; necrotic; perforated; ruptured; fractured; subluxed; dislocated; herniated; stenotic; stenosed; narrowed; widened; obstructed; occluded; calcified; infiltrated; fibrotic; cirrhotic; dysplastic; dysmorphic; malformed; bulging; retracted; sluggish; exaggerated; brisk; spastic; flaccid; ataxic; unsteady; antalgic; shuffling; limping; slurred; dysarthric; garbled; irregular; muffled; distant; reddened; bloodshot; friable; boggy; collapsed; hypertrophied; hypertrophic; attenuated; discolored; tender; shrunken; scarred; gangrenous; mottled; cyanotic; icteric; hypoplastic; aplastic; dysfunctional; disordered; defective; deficient; unsteady; wobbly; worsened; altered; inverted; depressed; torn; injured; damaged; diseased
low; decreased; reduced; diminished; dropped; fallen; falling; lowered; depressed; lost; absent; lower; loss; suppressed; deficient; subnormal; declining; drop; fall; decrease; reduction; small; scant; minimal; meager; hypoactive | high; elevated; raised; increased; rising; risen; heightened; exaggerated; elevation; up; higher; excess; excessive; supranormal; generous; ample; abundant; increase; rise; plentiful; copious; large; hyperactive; brisk
small; shrunken; atrophic; tiny; contracted; hypoplastic | enlarged; large; big; huge; hypertrophic; cardiomegaly; massive; bulky; enlargement; hypertrophied
sparse; scant; scanty; little; minimal; paucity; thin; few | plenty; lots; abundant; profuse; dense; copious; plentiful; thick; full; excessive; heavy; generous; ample
tall | short
thin; slim; lean; underweight; cachectic; emaciated; malnourished; undernourished; wasted | obese; overweight; corpulent; well-nourished
* lytic; osteolytic; lucent; radiolucent | sclerotic; blastic; osteoblastic; radiodense; radiopaque
regular | irregular; irregularly; erratic
firm; hard; indurated; rigid | soft; fluctuant
tender | nontender
sharp; stabbing; knife-like; lancinating; shooting; piercing | dull; nagging; aching; achy; vague; gnawing
continuous; constant; persistent; unremitting; unrelenting | intermittent; colicky; episodic; paroxysmal; waxing; fluctuating; transient; occasional
dry; nonproductive; hacking | productive; wet
bloody | nonbloody
bilious | nonbilious
palpable | impalpable; nonpalpable
symmetric; symmetrical | asymmetric; asymmetrical
mobile; movable | fixed; immobile; tethered
painful; tender; sore | painless; nontender
positive; reactive | negative; nonreactive
warm; hot | cool; cold
fast; rapid; quick; accelerated | slow; sluggish; delayed; slowed
clear; transparent | cloudy; turbid; purulent; opaque; hazy; bloody
dark | light; pale
wide; widened; broad | narrow; narrowed; thin
dilated; blown; distended; distension | constricted; pinpoint; narrowed; miotic
patent; open | occluded; blocked; obstructed; closed; imperforate; stenotic
rigid; spastic; stiff | flaccid; floppy; supple; lax; soft
reactive; responsive | unreactive; nonreactive; unresponsive; fixed; sluggish
* fluent; fluently; talkative | nonfluent; slurred; garbled; mute; paucity; dysarthric; dysarthria
sunken; depressed; scaphoid | bulging; raised; protuberant; distended
* blanching; blanchable | nonblanching
itchy; pruritic | nonpruritic
* alert; wide-awake | lethargic; lethargy; unconscious; drowsy; drowsiness; obtunded; comatose; coma; unresponsive; somnolent; somnolence; stuporous; stupor
* afebrile; apyrexial | febrile; feverish; fever; fevers; pyrexia
calm; relaxed | agitated; anxious; restless; combative
acute; sudden; abrupt; suddenly; abruptly; rapid; explosive | chronic; longstanding; gradual; insidious; gradually; slowly; subtle
solitary; single; lone | multiple; several; numerous; many; innumerable
vaccinated; immunized; up to date | unvaccinated; unimmunized
solid | cystic
benign | malignant
smooth | rough; nodular; irregular; bumpy; lumpy; cobblestone; knobby; lobulated; uneven
dependent | independent
sensitive; susceptible; responsive | insensitive; resistant; refractory; unresponsive
good; adequate; satisfactory; excellent; normal; strong; success; successful; great | poor; inadequate; bad; insufficient; weak; failed; unsuccessful; suboptimal; minimal; absent
mild; slight; minimal; trivial; faint; minor | severe; intense; excruciating; marked; profound; massive; unbearable; heavy; significant
stable; steady | unstable; unsteady; labile
proximal | distal
anterior | posterior
superior; upper | inferior; lower
medial | lateral
superficial | deep
unilateral | bilateral
localized; localised; focal; circumscribed | diffuse; generalized; generalised; widespread; disseminated; radiating; migratory
localized; nonradiating | radiating; spreading; shooting
watery; loose; liquid; runny | formed; hard; solid; pellet
coarse | fine
pulsatile; pulsating | nonpulsatile
conscious; awake | unconscious; comatose; unresponsive; asleep
oriented | disoriented; confused
cooperative | uncooperative; combative
complete; total; full | partial; incomplete
ascending | descending
systolic; holosystolic; pansystolic | diastolic
inspiratory | expiratory
dominant | recessive
hyperechoic; echogenic | hypoechoic; anechoic
hyperdense | hypodense
hyperintense | hypointense
worsening; progressive; progressing; increasing; worsened; deteriorating | improving; resolving; decreasing; improved; resolved; regressing; subsiding; subsided | stable; unchanged; static; stationary
recurrent; repeated; frequent; multiple | single; isolated; first
productive; purulent | nonpurulent
bounding; strong; full | weak; thready; feeble; faint
loud; accentuated | soft; faint; quiet; muffled; inaudible
voluntary | involuntary
reducible | irreducible; incarcerated; strangulated
compliant; adherent | noncompliant; nonadherent
competent | incompetent; incompetency; immunocompromised
immunocompetent | immunocompromised; immunosuppressed; immunodeficient
nulliparous; primigravida; nulligravida | multiparous; multigravida
premenopausal | postmenopausal
term; full-term | preterm; premature; postterm
acidic; acid | alkaline; basic
concentrated | dilute
microcytic | macrocytic; megaloblastic | normocytic
hypochromic | normochromic; hyperchromic
sterile | infected; contaminated
infected | uninfected
exposed | unexposed
treated | untreated
controlled | uncontrolled
provoked | unprovoked
explained | unexplained
stained | unstained; clear
circumcised | uncircumcised
equal | unequal; anisocoric; asymmetric
aware | unaware
yellow; yellowish | green; greenish | white; whitish | black; blackish; tarry | red; reddish; pink; pinkish; crimson | blue; bluish | brown; brownish | colorless; colourless
`;
