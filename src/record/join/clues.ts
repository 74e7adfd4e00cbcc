/** What the words round a trigger tell of the act besides its parties, day and place. */
export type Clues = {
  /** The kind of weapon the words beside the trigger name; null where they name none or several. */
  readonly weapon: Weapon | null
  /** True where the words speak of other acts of the kind than a certain one: "earlier attacks", "any attack". */
  readonly general: boolean
  /** True where the words bring it up as something new: "a rocket fell", "another raid". */
  readonly fresh: boolean
  /** True where it stands behind "in response to" and the like: it is what another act of its sentence answers. */
  readonly answered: boolean
}
type Weapon = 'rocket' | 'missile' | 'air' | 'shot' | 'bomb' | 'blade' | 'gas' | 'raid'

const WEAPONS: readonly (readonly [Weapon, RegExp])[] = [
  ['rocket', /^(?:rockets?|katyushas?|mortars?|shells?|shelled|shelling|artillery|howitzers?)$/],
  ['missile', /^(?:missiles?|ballistic|warheads?)$/],
  ['air', /^(?:air|airstrikes?|airplanes?|aircraft|warplanes?|jets?|f-\d+|drones?|aerial|planes?|bombers?|helicopters?)$/],
  ['shot', /^(?:shot|shoot|shooting|shootings|gunned|gunfire|gunman|gunmen|bullets?|rifles?|pistol|snipers?|shotgun)$/],
  ['bomb', /^(?:bomb|bomber|bombings?|blasts?|explosives?|ied|suicide|grenades?|car-bomb)$/],
  ['blade', /^(?:stab|stabbed|stabbing|knife|knifed|knives|machete|axe|sword)$/],
  ['gas', /^(?:tear|teargas|pepper)$/],
  // Told of aircraft and of men on foot, never of rockets out of the dark.
  ['raid', /^(?:raid|raids|raided|raiding)$/],
] // biome-ignore format: a list

/** Weapons that one act may be told with: a drone fires missiles, jets drop bombs, a missile is called a rocket. */
const TOGETHER = new Set([
  'air missile',
  'air bomb',
  'missile rocket',
  'bomb rocket',
  'bomb missile',
  'bomb shot',
  'missile shot',
  'air raid',
  'bomb raid',
  'missile raid',
  'raid shot',
  'gas raid',
])

const NEAR = 3
const OTHERS =
  /(?:^|\W)(?:any|earlier|previous|past|prior|future|many|several|recent|similar|such|repeated|frequent|(?:string|series|wave|spate|number|dozens|scores|hundreds|threat|risk|fears?) of)(?:\s+[\w'’.-]+){0,2}\s+$/iu
const FRESH =
  /(?:^|\W)(?:an?|another|(?:an?|the) (?:second|third|new|fresh|further)|two|three|four)(?:\s+[\w'’-]+){0,2}\s+$/iu
const ANSWERS =
  /\b(?:(?:in (?:response|retaliation|revenge|reprisal|answer|reply)|respon[ds]\w*|retaliat\w*|revenge|reprisals?|answer\w*|punish\w*) (?:to|for|against)|aveng\w+|because of|prompted by|provoked by|ahead of)\b/iu

const GIVEN = /(?:^|[^\p{L}])(?:the|this|that|these|those|his|her|its|their|\p{L}+['’]s?)(?:\s+[\p{L}’'-]+){0,2}\s+$/iu
const VERB = /(?:ed|en)$|^(?:hit|struck|shot|fell|fought|blew|sent|held|took|seized|burnt|hurt|slew)$/i
const AUXILIARY = /\b(?:was|were|is|are|be|been|being|had|has|have|that|who|which|to|and|by|of|in|on|for|with)\s+$/i

/** Whether a noun speaks of an act as known: "the raids" in "he condemned the raids". Who says so is no origin of the act. */
export function isGiven(text: string, at: number, trigger: string): boolean {
  const before = text.slice(Math.max(0, at - 60), at)
  return !VERB.test(trigger) && GIVEN.test(before) && !AUXILIARY.test(before)
}

/** The clues of the trigger that stands at `at` of its sentence. */
export function cluesOf(sentence: string, at: number, trigger: string): Clues {
  const before = sentence.slice(0, at)
  return {
    weapon: weaponBeside(before, trigger, sentence.slice(at + trigger.length)),
    general: OTHERS.test(before),
    fresh: FRESH.test(before),
    answered: ANSWERS.test(before),
  }
}

function weaponBeside(before: string, trigger: string, after: string): Weapon | null {
  const left = wordsOf(before.split(/[,;:.()]\s|\b(?:and|after|before|when|while|in response)\s/).at(-1) ?? '').slice(
    -NEAR,
  )
  const right = wordsOf(after.split(/[,;:.()]|\b(?:and|after|before|when|while|in response)\s/)[0] ?? '').slice(0, NEAR)
  const own = [...left, ...wordsOf(trigger), ...right]
  const all = WEAPONS.filter(([, words]) => own.some((word) => words.test(word))).map(([weapon]) => weapon)
  // "Air raids" are told with what flew.
  const found = all.length > 1 ? all.filter((weapon) => weapon !== 'raid') : all
  return found.length === 1 ? (found[0] ?? null) : null
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}][\p{L}\p{N}-]*/gu) ?? []
}

/** Whether one act may be told with both. */
export function mayBeOneWeapon(a: string, b: string): boolean {
  return a === b || TOGETHER.has([a, b].sort().join(' '))
}
