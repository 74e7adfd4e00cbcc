import { describe, expect, test } from 'vitest'
import { clustersOf, documentOf } from '../../../test/document-of.ts'
import type { Draft } from '../entities/find-mentions.ts'
import { channelOf } from './channel.ts'
import type { Told } from './tell-speakers.ts'

/** The channel of the attribution written into a text: [speaker], {cue}, <content>, and (outlet). */
function channel(marked: string, next = ''): string {
  const plain = marked.replace(/[[\]{}<>|]/g, '')
  const text = plain + next
  const part = (pattern: RegExp): string[] =>
    [...marked.matchAll(pattern)].map((m) => m[1]?.replace(/[[\]{}<>|]/g, '') as string)
  const { doc, at, mention } = documentOf(text)
  const [source] = part(/\[([^\]]+)\]/g)
  const [cue] = part(/\{([^}]+)\}/g)
  const outlets = part(/\|([^|]+)\|/g).map((words): Draft => mention(words, { kind: 'organisation' }))
  const speaker: Draft[] = source ? [mention(source)] : []
  const groups = [...(source ? [speaker] : [[]]), ...outlets.map((o) => [o])]
  const told: Told = {
    source: source ? at(source) : null,
    cue: cue ? at(cue) : null,
    content: part(/<([^>]+)>/g).map((words) => at(words)),
    hint: -1,
    score: 0.9,
    speaker: source ? 0 : -1,
    within: -1,
  }
  const {
    kind,
    text: words,
    through,
  } = channelOf(doc, clustersOf(groups), told, (e) =>
    outlets[e - 1] ? text.slice(outlets[e - 1]!.start, outlets[e - 1]!.end) : null,
  )
  return [kind, words ?? '', through ? `through ${through}` : ''].filter((x) => x !== '').join(' ')
}

describe('channelOf', () => {
  test.each([
    ['<“We stay,”> [Weidt] {told} reporters.', 'press told reporters'],
    ['<“We stay,”> [Weidt] {told} journalists in Oslo.', 'press told journalists'],
    ['[Weidt] {said} at a news conference <that they would stay>.', 'press news conference'],
    ['[Weidt] {said} in a statement <that they would stay>.', 'press in a statement'],
    [
      '[The ministry] {said} in a statement carried by |state media| <that they would stay>.',
      'press in a statement through state media',
    ],
    ['[Weidt] {wrote} on Twitter <that they would stay>.', 'social on Twitter'],
    ['[Weidt] {tweeted} <that they would stay>.', 'social tweeted'],
    ['[Weidt] {said} in a Facebook post <that they would stay>.', 'social Facebook post'],
    ['[Weidt] {posted} on Telegram <that they would stay>.', 'social posted on'],
    ['[Weidt] {said} on his Telegram channel <that they would stay>.', 'social Telegram channel'],
    ['[Weidt] {told} parliament <that they would stay>.', 'speech told parliament'],
    ['[Weidt] {told} the U.N. Security Council <that they would stay>.', 'speech told the U.N. Security Council'],
    ['<“We stay,”> [Weidt] {said} in a speech in Oslo.', 'speech in a speech'],
    ['<“We stay,”> [Weidt] {said} in a televised address.', 'speech in a televised address'],
    ['<“We stay,”> [the cleric] {said} in a sermon.', 'speech sermon'],
    ['<“We stay,”> [Weidt] {told} a rally in Oslo.', 'speech rally'],
    [
      '[Weidt] {said} in an interview with |state television| <that they would stay>.',
      'interview interview with state television through state television',
    ],
    ['[Weidt] {said} on state television <that they would stay>.', 'broadcast state television'],
    ['[Weidt] {told} Radio 4 <that they would stay>.', 'broadcast Radio 4'],
    ['[The panel] {said} in a report <that they would stay>.', 'document in a report'],
    ['[Weidt] {wrote} in a letter to the mayor <that they would stay>.', 'document wrote in a letter'],
    ['{According to} court papers, <they stayed>.', 'document court papers'],
    ['[Weidt] {told} |state media| <that they would stay>.', 'outlet told state media through state media'],
    [
      '[Weidt] {said}, according to a |local newspaper|, <that they would stay>.',
      'outlet according to a local newspaper through local newspaper',
    ],
    ['[Weidt] {said} through a spokesman <that they would stay>.', 'press through a spokesman'],
    ['The statement {said} <that they would stay>.', 'press The statement said'],
    ['[Weidt] {said} in a video message <that they would stay>.', 'broadcast video message'],
    ['[Weidt] {said} by email <that they would stay>.', 'document by email'],
    ['[Weidt] {told} me <that they would stay>.', 'interview told me'],
    ['At the mayors’ debate [Weidt] {said} <they would stay>.', 'speech At the mayors’ debate'],
    ['[Weidt] {said} <that they would stay>.', 'unknown'],
    ['While the two traded insults on Twitter, [Weidt] {said} <that they would stay>.', 'unknown'],
    ['State television reported it, a day after [Weidt] {said} <that they would stay>.', 'unknown'],
    [
      '[Weidt] {told} |the Oslo Courier| <that they would stay>.',
      'outlet told the Oslo Courier through the Oslo Courier',
    ],
    ['[Weidt] {said} <that they would stay>, which the minister denied on Twitter.', 'unknown'],
    ['<“We stay,”> [Weidt] {said}.', 'unknown'],
    ['[The ministry] {denied} <that they would stay>.', 'unknown'],
  ])('%s', (marked, expected) => {
    expect(channel(marked)).toBe(expected)
  })

  test.each([
    ['[Weidt] {said} <his speech on Twitter had been a mistake>.', 'unknown'],
    ['[Weidt] {said} <that the report was wrong and the interview too>.', 'unknown'],
    ['<“I never tweeted it,”> [Weidt] {said}.', 'unknown'],
  ])('words inside the content tell nothing: %s', (marked, expected) => {
    expect(channel(marked)).toBe(expected)
  })

  test('a sentence that looks back says how it went out', () => {
    expect(channel('[Weidt] {said} <that they would stay>.', ' His remarks were broadcast on state television.')).toBe(
      'broadcast state television',
    )
    expect(channel('[Weidt] {said} <that they would stay>.', ' The mayor was on state television.')).toBe('unknown')
  })
})
