const ACTORS = [
  'the defence minister',
  'a senior official',
  'the rebel spokesman',
  'President Amara Diallo',
  'the Northern Front',
  'opposition leader Jonas Weidt',
  'two diplomats',
  'the army',
  'General Ivan Petrosyan',
  'the foreign ministry',
]
const PLACES = [
  'Kesra',
  'the port of Lemos',
  'the northern district',
  'Vartan',
  'the capital',
  'the border town of Ilo',
]
const DAYS = ['on Monday', 'on Tuesday night', 'last week', 'on Friday', 'on January 9', 'in 2015', 'two days earlier']
const SAID = [
  'said',
  'told reporters',
  'wrote on Twitter',
  'said in an interview with state television',
  'said on condition of anonymity',
  'told Example Radio',
]
const QUOTES = [
  'We will not leave this town while one of us can stand',
  'There was no order, there was no raid, and there will be no apology',
  'They have crossed a line that they drew themselves',
  'The talks are not dead, they are resting',
  'Nobody who was there believes this',
  'If they fire again, we shall answer within the hour',
]
const DEEDS = [
  'accused the government of shelling a market',
  'ordered the arrest of eleven protesters',
  'threatened to close the border',
  'met the envoy of the African Union',
  'denied that its aircraft had bombed the bridge',
  'sent two battalions to the south',
  'condemned the killing of a journalist',
  'released forty prisoners',
  'imposed sanctions on three companies',
  'promised to return to the talks',
]

/** An article of about 800 words of our own, which the number fixes: speech, deeds, days and places as news has them. */
export function benchArticle(number: number): {
  readonly id: string
  readonly text: string
  readonly published: string
} {
  let state = number * 2_654_435_761 + 1
  const pick = <T>(all: readonly T[]): T => {
    state = (Math.imul(state ^ (state >>> 15), 2_246_822_519) + 374_761_393) >>> 0
    return all[state % all.length]!
  }
  const sentence = (): string => {
    const kind = pick([0, 1, 2, 3])
    if (kind === 0) return `“${pick(QUOTES)},” ${pick(ACTORS)} ${pick(SAID)} ${pick(DAYS)}.`
    if (kind === 1)
      return `In ${pick(PLACES)}, ${pick(ACTORS)} ${pick(DEEDS)} ${pick(DAYS)}, ${pick(ACTORS)} ${pick(SAID)}.`
    if (kind === 2)
      return `According to ${pick(ACTORS)}, at least ${pick(['four', 'seven', 'twenty'])} people were killed when ${pick(ACTORS)} attacked ${pick(PLACES)} ${pick(DAYS)}.`
    return `${pick(ACTORS)} ${pick(DEEDS)} and said that “${pick(QUOTES).toLowerCase()}”.`.replace(/^./, (c) =>
      c.toUpperCase(),
    )
  }
  const paragraphs: string[] = [`Dispute number ${number} grows in ${pick(PLACES)}`]
  for (let words = 0; words < 800; ) {
    const paragraph = [sentence(), sentence(), sentence()].join(' ')
    paragraphs.push(paragraph)
    words += paragraph.split(' ').length
  }
  return { id: `bench-${number}`, text: paragraphs.join('\n\n'), published: '2020-01-17' }
}
