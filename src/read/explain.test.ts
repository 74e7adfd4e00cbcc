import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleOf } from '../../test/fast-model.ts'
import { type Explanation, openReader, type Reader } from './reader.ts'

const TEXT =
  'Page 2\n\nMaria Okafor, the mayor of Mosul, said on Monday that the army had shelled the market. She accused General Weidt of lying. “We will not leave the town,” Okafor told reporters. The army is thought to have looted two villages, and a convoy may be attacked if it leaves.'
const article = articleOf(TEXT, { skipped: [{ start: 0, end: 6, why: 'page-furniture' }] })

let reader: Reader
beforeAll(async () => {
  reader = await openReader()
})
afterAll(() => reader?.close())

const explain = (words: string): Promise<Explanation> => reader.explain(article, TEXT.indexOf(words))
/** One finding of a kind: the one whose words begin so. */
const one = ({ findings }: Explanation, what: string): Explanation['findings'][number] => {
  const found = findings.find((f) => f.what.startsWith(what))
  if (!found) throw new Error(`no ${what} among: ${findings.map((f) => f.what).join(' | ')}`)
  return found
}

describe('explain', () => {
  test('a mention: whom it means, and the step that told so', async () => {
    const explanation = await explain('Maria')
    expect(explanation.sentence?.text).toMatch(/^Maria Okafor.*market\.$/)
    const mention = one(explanation, 'mention: Maria Okafor')
    expect(mention.what).toContain('person, by name')
    expect([mention.part, mention.span.text]).toEqual(['entities: name', 'Maria Okafor'])
    expect(mention.confidence).toBeGreaterThan(0)
  })

  test('a pronoun: what stands before it, and what else it might have meant', async () => {
    const pronoun = one(await explain('She'), 'mention')
    expect(pronoun.what).toContain('person, by a pronoun')
    expect(pronoun.part).toMatch(/^entities: /)
  })

  test('a trigger: its type and status, and the types and statuses not taken, likeliest first', async () => {
    const event = one(await explain('shelled'), 'event: ASSAULT')
    expect(event.part).toMatch(/^model: trigger/)
    expect(event.considered.some((c) => c.startsWith('ASSAULT'))).toBe(false)
    let statuses = 0
    for (const words of ['shelled', 'accused', 'lying', 'leave the', 'looted', 'attacked']) {
      const events = (await explain(words)).findings.filter((f) => f.what.startsWith('event'))
      for (const { considered } of events)
        for (const isStatus of [true, false]) {
          const shares = considered
            .filter((c) => c.startsWith('status ') === isStatus)
            .map((c) => Number(c.split(', ')[1]))
          expect(shares).toEqual([...shares].sort((a, b) => b - a))
          if (isStatus) statuses += shares.length
        }
    }
    expect(statuses).toBeGreaterThan(0)
  })

  test('an attribution: as source, as cue and as content', async () => {
    const source = one(await explain('Okafor told'), 'attribution (source)')
    const cue = one(await explain('told'), 'attribution (cue)')
    const content = one(await explain('not leave'), 'attribution (content)')
    expect([cue.id, content.id]).toEqual([source.id, source.id])
    expect(content.what).toBe('attribution (content): direct, by Maria Okafor')
    expect(content.span.text).toBe('“We will not leave the town,”')
  })

  test('a party: of which event, by the model or by a rule', async () => {
    const party = one(await explain('General'), 'recipient of')
    expect(party.what).toMatch(/^recipient of v\d+ ACCUSE “accused”$/)
    expect(party.part).toMatch(/^(?:model|rule): recipient/)
  })

  test('a time, with the days it means and the events it is of', async () => {
    expect(one(await explain('Monday'), 'time').what).toMatch(/^time: from 2020-02-17 until 2020-02-18, day/)
  })

  test('a trigger: where and when it was, and which step told so', async () => {
    const text = 'Rebels attacked the army in Mosul on Monday. Four soldiers were killed, the army said.'
    const { findings } = await reader.explain(articleOf(text), text.indexOf('attacked'))
    expect(one({ findings } as Explanation, 'place of').what).toMatch(/: Mosul, IRQ$/)
    expect(one({ findings } as Explanation, 'time of').what).toContain('“on Monday”, 2020-02-17')
    const again = await reader.explain(articleOf(text), text.indexOf('killed'))
    expect(one(again, 'place of').part).toMatch(/^(?:model: place|rule: )/)
    expect(one(again, 'time of').part).toMatch(/^(?:model: time|rule: )/)
  })

  test('a time tells what its days were counted from', async () => {
    expect(one(await explain('Monday'), 'time').part).toMatch(/; counted from 2020-02-18$/)
    const text = 'It fell on 3 March 2019.'
    expect(one(await reader.explain(articleOf(text), text.indexOf('March')), 'time').part).toMatch(
      /the calendar alone$/,
    )
  })

  test('a place, and what is skipped', async () => {
    expect(one(await explain('Mosul'), 'place').what).toMatch(/^place: Mosul, IRQ, city/)
    const skipped = one(await explain('Page 2'), 'skipped')
    expect([skipped.what, skipped.span.text]).toEqual(['skipped: page-furniture', 'Page 2'])
  })

  test('findings that do not cover the place are left out, the narrowest come first, each id is of the reading', async () => {
    const reading = await reader.read(article)
    const ids = new Set(
      [reading.mentions, reading.attributions, reading.events, reading.relations, reading.times, reading.places]
        .flat()
        .map((x) => x.id),
    )
    for (let at = 0; at < TEXT.length; at += 7) {
      const { findings } = await reader.explain(article, at)
      for (const f of findings) {
        expect(f.span.start <= at && at < f.span.end).toBe(true)
        expect(f.span.text).toBe(TEXT.slice(f.span.start, f.span.end))
        if (!/^(?:skipped|no event)/.test(f.what)) expect(ids).toContain(f.id)
      }
      const lengths = findings.map((f) => f.span.end - f.span.start)
      expect(lengths).toEqual([...lengths].sort((a, b) => a - b))
    }
  })

  test('a word of force that is not meant so is left out, and says why', async () => {
    const text =
      'The two clubs fought on. In the second half the striker of the home side attacked the goalkeeper’s goal.'
    const { findings } = await reader.explain(articleOf(text), text.indexOf('attacked'))
    expect(findings.filter((f) => f.what.startsWith('event'))).toEqual([])
    expect(one({ findings } as Explanation, 'no event').what).toBe('no event: ASSAULT, left out as sport or fiction')
  })

  test('a status that the words settle is no choice of the model', async () => {
    const text = 'The army said on Monday that it did not shell the town of Kesra.'
    const event = one(await reader.explain(articleOf(text), text.indexOf('shell')), 'event')
    expect(event.what).toMatch(/^event: ASSAULT.*, denied$/)
    expect(event.part).toBe('model: trigger; rule: status by the words before it')
  })

  test('between findings there is nothing', async () => {
    const explanation = await reader.explain(article, 6)
    expect(explanation).toEqual({ at: 6, sentence: null, findings: [] })
  })
})
