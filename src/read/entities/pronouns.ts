export type Gender = 'male' | 'female' | 'thing' | 'unknown'
type Pronoun = {
  readonly person: 1 | 2 | 3
  readonly many: boolean | null
  readonly gender: Gender
  readonly reflexive?: true
}

const row = (words: string, pronoun: Pronoun): [string, Pronoun][] => words.split(' ').map((w) => [w, pronoun])

/** The English pronouns that can stand for an actor. */
export const PRONOUNS: ReadonlyMap<string, Pronoun> = new Map([
  ...row('i me my mine', { person: 1, many: false, gender: 'unknown' }),
  ...row('myself', { person: 1, many: false, gender: 'unknown', reflexive: true }),
  ...row('we us our ours', { person: 1, many: true, gender: 'unknown' }),
  ...row('ourselves', { person: 1, many: true, gender: 'unknown', reflexive: true }),
  ...row('you your yours', { person: 2, many: null, gender: 'unknown' }),
  ...row('he him his', { person: 3, many: false, gender: 'male' }),
  ...row('himself', { person: 3, many: false, gender: 'male', reflexive: true }),
  ...row('she her hers', { person: 3, many: false, gender: 'female' }),
  ...row('herself', { person: 3, many: false, gender: 'female', reflexive: true }),
  ...row('it its', { person: 3, many: false, gender: 'thing' }),
  ...row('itself', { person: 3, many: false, gender: 'thing', reflexive: true }),
  ...row('they them their theirs', { person: 3, many: true, gender: 'unknown' }),
  ...row('themselves', { person: 3, many: true, gender: 'unknown', reflexive: true }),
])

/** The pronoun a mention is, if it is one. "US" and "IT" are not: capitals name something. */
export function pronounOf(text: string): Pronoun | null {
  if (text === 'US' || text === 'IT') return null
  return PRONOUNS.get(text.toLowerCase()) ?? null
}
