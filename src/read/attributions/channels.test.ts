import { expect, test } from 'vitest'
import { clustersOf, documentOf } from '../../../test/document-of.ts'
import { channelsOf } from './channels.ts'
import type { Told } from './tell-speakers.ts'

/** The channels of sayings given as [speaker, cue, content, the saying it stands in]; speakers are numbered. */
function channels(text: string, sayings: readonly (readonly [number, string, string, number?])[]): string[] {
  const { doc, at } = documentOf(text)
  const told = sayings.map(
    ([speaker, cue, content, within = -1]): Told => ({
      source: null,
      cue: at(cue) as Told['cue'],
      content: [at(content)],
      hint: -1,
      score: 0.9,
      speaker,
      within,
    }),
  )
  return channelsOf(doc, clustersOf([]), told, () => null).map((c) => [c.kind, c.text].filter(Boolean).join(': '))
}

test('the same speaker goes on where he spoke', () => {
  const text = 'Weidt told a news conference that all stayed. The road was safe, he said. The town was calm, she added.'
  expect(
    channels(text, [
      [0, 'told', 'that all stayed'],
      [0, 'said', 'The road was safe'],
      [1, 'added', 'The town was calm'],
    ]),
  ).toEqual(['press: news conference', 'press: news conference', 'unknown'])
})

test('a lede says in other words what was said there', () => {
  const text = 'The road is safe, Weidt said again. “It is safe,” he told reporters.'
  expect(
    channels(text, [
      [0, 'said', 'The road is safe'],
      [0, 'told', '“It is safe,”'],
    ]),
  ).toEqual(['press: told reporters', 'press: told reporters'])
})

test('far behind, it may have been anywhere', () => {
  const rest = 'It rained. It snowed. It blew. It cleared. It froze.'
  expect(
    channels(`Weidt told parliament that all stayed. ${rest} The road was safe, he said.`, [
      [0, 'told', 'that all stayed'],
      [0, 'said', 'The road was safe'],
    ]),
  ).toEqual(['speech: told parliament', 'unknown'])
})

test('how the outer saying went out tells nothing of the one inside', () => {
  const text = 'Weidt told the Courier that aides had warned them that it was over.'
  expect(
    channels(text, [
      [0, 'told', 'that aides had warned them that it was over'],
      [1, 'warned', 'that it was over', 0],
    ]),
  ).toEqual(['outlet: told the Courier', 'unknown'])
})
