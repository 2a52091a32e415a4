/**
 * Qualities that exclude each other whatever they are said of. Own selection from general medical knowledge. A line is
 * `quality; quality | quality; quality`: the qualities of one group mean the same, or do not exclude each other. A word may
 * stand in several lines: what is decreased is neither normal nor increased. A quality of a line that begins with `*` tells of
 * itself what it is said of.
 */
export const GENERAL_QUALITIES = `
normal; intact; preserved; unremarkable; spared; normally | abnormal; impaired; disturbed; deranged; decreased; reduced; diminished; lost; absent; blunted; increased; elevated; raised; enlarged; dilated; swollen; prolonged; delayed; weak; atrophic; low; high; loss; deficit
low; decreased; reduced; diminished; dropped; fallen; falling; lowered; depressed; lost; absent; lower; loss | high; elevated; raised; increased; rising; risen; heightened; exaggerated; elevation; up
small; shrunken; atrophic; tiny | enlarged; large; big; huge; hypertrophic; cardiomegaly
sparse; scant; scanty; little; minimal; paucity; thin; few | abundant; profuse; dense; copious; plentiful; thick; full; excessive; heavy
tall | short
thin; slim; lean; underweight; cachectic; emaciated | obese; overweight
* lytic; osteolytic; lucent; radiolucent | sclerotic; blastic; osteoblastic; radiodense
regular | irregular; irregularly
firm; hard | soft
tender | nontender
sharp; stabbing; knife-like; lancinating | dull; nagging; aching; achy; vague
continuous; constant | intermittent; colicky; episodic
dry; nonproductive; hacking | productive; wet
bloody | nonbloody
bilious | nonbilious
palpable | impalpable; nonpalpable
symmetric; symmetrical | asymmetric; asymmetrical
mobile; movable | fixed; immobile
painful | painless
positive | negative
warm; hot | cool; cold
fast; rapid | slow; sluggish
clear | cloudy; turbid; purulent; opaque
dark | light; pale
wide; widened | narrow; narrowed
patent | occluded; blocked; obstructed
rigid; spastic; stiff | flaccid; floppy; supple
reactive | unreactive; nonreactive
* fluent; fluently; talkative | nonfluent; slurred; garbled; mute; paucity; dysarthric; dysarthria
sunken; depressed | bulging; raised
* blanching; blanchable | nonblanching
itchy; pruritic | nonpruritic
* alert; wide-awake | lethargic; lethargy; unconscious; drowsy; drowsiness; obtunded; comatose; coma; unresponsive; somnolent; somnolence; stuporous; stupor
* afebrile; apyrexial | febrile; feverish; fever; fevers; pyrexia
calm; relaxed | agitated; anxious; restless; combative
acute; sudden; abrupt | chronic; longstanding; gradual; insidious
solitary; single | multiple; several
vaccinated; immunized; up to date | unvaccinated; unimmunized
solid | cystic
benign | malignant
smooth | rough; nodular
`;
