import { stemOf } from './features.ts'

/** Words that name one kind of act: a line a kind. Reports of one event often choose different words of a line. */
const LINES = `
kill killing killed die died death deaths dead deadly murder murdered assassinate assassination assassinated slay slain massacre execute execution fatal lethal martyr martyred eliminate liquidate homicide manslaughter toll perish perished behead beheaded lynch lynched slaughter slaughtered fatality fatalities
attack strike struck airstrike raid bomb bombing bombard hit target rocket missile fire fired launch launched shell shelling assault barrage pound blast explosion explode storm salvo bombardment drone hail rain targeting raids landed crashed slammed fell came operation response retaliate retaliation blitz pummel pummelled pummeled hammered ambush ambushed onslaught offensive impact impacts detonate detonated detonation blow blew blown wipe wiped smash smashed torpedo volley strafe strafed blitzed
shoot shot shooting gun gunned gunfire gunman down downed
wound wounded injure injured injury hurt harm maim casualty
clash fight battle fought fighting combat skirmish firefight gunfight shootout
capture captured seize seized invade invasion overrun take took occupy
abduct kidnap kidnapped hostage abduction hijack hijacked
arrest arrested detain detained detention custody jail jailed imprison nab capture hold held raid apprehend apprehended caught catch book booked collar collared round rounded incarcerate incarcerated grab grabbed nabbed
protest demonstrate demonstration march rally riot crowd gather gathered chant chanted picket walkout storm stormed burn besiege shout shouted marching unrest demonstrators
threat threaten warn warned warning vow vowed revenge pledge pledged promise avenge ultimatum swear swore caution cautioned
accuse accused blame condemn condemned criticise criticize denounce charge charged allege call called claim slam sue lawsuit indict decry decried rebuke rebuked blast blasted lambast lambasted fault faulted censure condemnation accusation allegation
reject deny denied denial refuse refused dismiss decline rebuff veto defy rebut rebutted refute refuted
meet meeting met talk talks visit host negotiate negotiation phone spoke speak conversation summit discuss confer conferred dialogue consult consulted consultation
withdraw withdrawal pull leave left exit depart retreat quit resign resignation step stepped pullout departure pullback drawdown leaving expel expulsion expelled evict eviction
release released free freed let
appeal urge urged ask asked demand demanded request must should order ordered plea call called
apology apologise apologize regret sorry admit admitted acknowledge admission mistake unintentional responsibility concede conceded confess confessed confession
send sent deploy deployed deployment dispatch mobilise mobilize reinforce reinforcement dispatched
convict convicted sentence sentenced guilty verdict fined
sanction sanctions embargo ban expel boycott suspend impose blacklist
crash crashed down downed shot brought fell plunged collide collided collision derail derailed
vote voted approve approved pass passed adopt resolution
fall fell fallen slip plunge tumble
nominate name named pick picked choose chose chosen appoint appointed select tap offer offered nomination appointment
foil foiled thwart thwarted prevent prevented repulse repel repelled intercept intercepted avert stop stopped
destroy destroyed damage damaged wreck devastate level flatten raze gut torch burn burned
steal stole stolen rob robbed robbery theft heist loot snatch
quake earthquake tremor shake shook aftershock
stab stabbed knife knifed slash
fire fired sack sacked dismiss dismissed dismissal terminate terminated oust ousted axe firing let
rescue rescued save saved evacuate airlift
investigate investigation probe inquiry inspect
overturn overturned reverse reversed quash
accept accepted agree agreed deal sign signed accord pact
congratulate congratulated welcome welcomed thrill thrilled praise praised honour honor hail applaud
suspicion suspect suspected
block blocked blockade close closed shut
pull stop stopped pulled
approach approached contact contacted
`
const KIND = new Map<string, number[]>()
for (const [kind, line] of LINES.trim().split('\n').entries())
  for (const word of line.split(' ')) {
    const stem = stemOf(word)
    KIND.set(stem, [...(KIND.get(stem) ?? []), kind])
  }

/** The stem of a trigger; of several words the first that names a kind of act: "gunned down" gives that of "gunned". */
export function stemOfTrigger(trigger: string): string {
  const stems = trigger.split(/\s+/).filter(Boolean).map(stemOf)
  return stems.find((stem) => KIND.has(stem)) ?? stems[0] ?? ''
}

/** Whether two different stems name one kind of act: "killed" and "death", "strike" and "raid". */
export function areKin(a: string, b: string): boolean {
  const kinds = KIND.get(a)
  return kinds !== undefined && (KIND.get(b)?.some((kind) => kinds.includes(kind)) ?? false)
}

/** Whether a stem is in any line: only then is not being kin a sign against. */
export function isKnownWord(stem: string): boolean {
  return KIND.has(stem)
}
