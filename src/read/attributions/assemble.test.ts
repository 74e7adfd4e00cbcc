import { describe, expect, test } from 'vitest'
import { documentOf } from '../../../test/document-of.ts'
import { readMarked as read } from '../../../test/read-marked.ts'
import { assembleAttributions } from './assemble.ts'

describe('assembleAttributions', () => {
  test('a cue takes the source and the content that the model links to it', () => {
    expect(
      read('Okafor said they would stay.', {
        found: { cue: ['said'], source: ['Okafor'], content: ['they would stay'] },
        links: { 'said → Okafor': ['source'], 'said → they would stay': ['content'] },
      }),
    ).toBe('[source Okafor] [cue said] [content they would stay].')
  })

  test('a quotation split by its cue is one content in two pieces, marks included', () => {
    expect(
      read('“We shall stay,” Okafor said. “Not today.”', {
        found: { cue: ['said'], source: ['Okafor'], content: ['We shall stay', 'Not today'] },
        links: { 'said → Okafor': ['source'], 'said → We shall stay': ['content'], 'said → Not today': ['content'] },
      }),
    ).toBe('[content “We shall stay,”] [source Okafor] [cue said]. [content “Not today.”]')
  })

  test('each content goes to the cue that fits it best, and a cue without content is none', () => {
    expect(
      read('Okafor said they stay, and Weidt denied that they left.', {
        found: { cue: ['said', 'denied'], source: ['Okafor', 'Weidt'], content: ['they stay', 'that they left'] },
        links: {
          'said → Okafor': ['source'],
          'denied → Weidt': ['source'],
          'said → they stay': ['content'],
          'denied → that they left': ['content'],
        },
      }),
    ).toBe(
      '[source1 Okafor] [cue1 said] [content1 they stay], and [source2 Weidt] [cue2 denied] [content2 that they left].',
    )
    expect(read('Okafor said nothing.', { found: { cue: ['said'], source: ['Okafor'] } })).toBe('Okafor said nothing.')
  })

  test('a source that the model does not link is not taken', () => {
    expect(
      read('Okafor left. It was said they would stay.', {
        found: { cue: ['was said'], source: ['Okafor'], content: ['they would stay'] },
        links: { 'was said → they would stay': ['content'] },
      }),
    ).toBe('Okafor left. It [cue was said] [content they would stay].')
  })

  test('of two spans of one kind that overlap the surer stays', () => {
    expect(
      read('Okafor has said they would stay.', {
        found: { cue: ['has said', 'said'], content: ['they would stay'] },
        links: { 'has said → they would stay': ['content'], 'said → they would stay': ['content'] },
      }),
    ).toBe('Okafor [cue has said] [content they would stay].')
  })

  test('a quotation behind indirect words is a saying of its own', () => {
    expect(
      read('Okafor said the road was shut. “We shall all stay here in the town tonight.”', {
        found: {
          cue: ['said'],
          source: ['Okafor'],
          content: ['the road was shut', '“We shall all stay here in the town tonight.”'],
        },
        links: {
          'said → Okafor': ['source'],
          'said → the road was shut': ['content'],
          'said → “We shall all stay here in the town tonight.”': ['content'],
        },
      }),
    ).toBe(
      '[source1 Okafor] [cue1 said] [content1 the road was shut]. [content2 “We shall all stay here in the town tonight.”]',
    )
  })

  test('a closed quotation is not tagged by a sentence with words of its own', () => {
    expect(
      read('“We shall all stay here in the town.” The mayor denied that they left.', {
        found: { cue: ['denied'], source: ['The mayor'], content: ['that they left'] },
        links: { 'denied → The mayor': ['source'], 'denied → that they left': ['content'] },
      }),
    ).toBe(
      '[content1 “We shall all stay here in the town.”] [source2 The mayor] [cue2 denied] [content2 that they left].',
    )
  })

  test.each([
    [
      'Meanwhile, the road to the dam will stay shut, Okafor said on Monday.',
      '[content the road to the dam will stay shut], [source Okafor] [cue said] on Monday.',
    ],
    [
      'The road to the dam will stay shut, said Okafor.',
      '[content The road to the dam will stay shut], [cue said] [source Okafor].',
    ],
    ['On Monday at the dam, Okafor said nothing more.', 'On Monday at the dam, Okafor said nothing more.'],
  ])('a clause before a plain tag is what is said: %s', (text, expected) => {
    const links = { 'said → Okafor': ['source'] }
    expect(read(text, { found: { cue: ['said'], source: ['Okafor'] }, links })).toContain(expected)
  })

  test('a plain verb of saying before sure content is its cue where the model saw none', () => {
    expect(
      read('Okafor said they would stay.', {
        found: { source: ['Okafor'], content: ['they would stay'] },
        links: { 'said → Okafor': ['source'] },
      }),
    ).toBe('[source Okafor] [cue said] [content they would stay].')
  })

  test.each([
    [
      'According to Okafor, three ships had turned back.',
      '[cue According to] [source Okafor], [content three ships had turned back].',
    ],
    [
      'Three ships had turned back, according to the harbour police.',
      '[content Three ships had turned back], [cue according to] [source the harbour police].',
    ],
    ['It went according to plan.', 'It went according to plan.'],
    [
      '“It went on according to Okafor, like this,” she lied.',
      '[content “It went on according to Okafor, like this,”] she lied.',
    ],
  ])('"according to" where the model marked nothing: %s', (text, expected) => {
    expect(read(text, {})).toBe(expected)
  })

  test('somebody quoted as saying is a saying inside another', () => {
    expect(
      read('The Courier quoted witnesses as saying that shots were fired.', {
        found: { cue: ['quoted'], source: ['The Courier'], content: ['witnesses'] },
        links: { 'quoted → The Courier': ['source'], 'quoted → witnesses': ['content'] },
      }),
    ).toBe(
      '[source1 The Courier] [cue1 quoted] [content1 [source2 witnesses] [cue2 as saying] [content2 that shots were fired]].',
    )
  })

  test('somebody who "was quoted by" an outlet speaks, the outlet does not', () => {
    expect(
      read('Okafor, the envoy, was quoted by the Courier as saying the road was shut.', {
        found: { cue: ['was quoted'], source: ['the Courier'], content: ['by the Courier'] },
        links: { 'was quoted → the Courier': ['source'], 'was quoted → by the Courier': ['content'] },
      }),
    ).toBe('[source Okafor, the envoy,] [cue was quoted] by the Courier as saying [content the road was shut].')
  })

  test('why somebody goes without a name is not what he says', () => {
    const text = 'An envoy, who asked not to be named, left.'
    expect(
      read(text, {
        found: { cue: ['asked'], content: ['not to be named'] },
        links: { 'asked → not to be named': ['content'] },
      }),
    ).toBe(text)
  })

  test('a dateline is no part of what is said', () => {
    const text = 'OSLO (Wire) — The road to the dam is shut, Okafor said.'
    const { doc } = documentOf(text, {
      found: { cue: ['said'], source: ['Okafor'] },
      links: { 'said → Okafor': ['source'] },
      skipped: [{ start: 0, end: 13, why: 'dateline' }],
    })
    const [said] = assembleAttributions(doc)
    expect(said?.content.map((c) => text.slice(c.start, c.end))).toEqual(['The road to the dam is shut'])
  })

  test('content that stops before its verb goes on to the end of the sentence, no other does', () => {
    const spans = (content: string) => ({
      found: { cue: ['fear'], source: ['Analysts'], content: [content] },
      links: { 'fear → Analysts': ['source'], [`fear → ${content}`]: ['content'] },
    })
    expect(read('Analysts fear the dispute is about to spread.', spans('the dispute'))).toBe(
      '[source Analysts] [cue fear] [content the dispute is about to spread].',
    )
    expect(read('Analysts fear the dispute in the north.', spans('the dispute'))).toBe(
      '[source Analysts] [cue fear] [content the dispute] in the north.',
    )
  })

  test('with no source, the one before a relative clause speaks, not the last one named in it', () => {
    const text = 'Two officials who were not allowed to talk to Okafor said the port would open.'
    const { doc, mention } = documentOf(text, {
      found: { cue: ['said'], content: ['the port would open'] },
      links: { 'said → the port would open': ['content'], 'said → Okafor': ['source'] },
    })
    const drafts = [mention('Two officials'), mention('Okafor')]
    expect(assembleAttributions(doc, drafts)[0]?.hint).toBe(0)
    const own = documentOf('Two officials, who Okafor said had left, came back.', {
      found: { cue: ['said'], content: ['had left'] },
      links: { 'said → had left': ['content'], 'said → Okafor': ['source'] },
    })
    expect(assembleAttributions(own.doc, [own.mention('Two officials'), own.mention('Okafor')])[0]?.hint).toBe(1)
  })

  test('nobody speaks by being asked', () => {
    const { doc, mention } = documentOf('Asked whether he would go, Okafor shook his head.', {
      found: { cue: ['Asked'], content: ['whether he would go'] },
      links: { 'Asked → whether he would go': ['content'], 'Asked → Okafor': ['source'] },
    })
    expect(assembleAttributions(doc, [mention('Okafor')])[0]?.hint).toBe(-1)
  })

  test('a quotation that ended before the sentence of a cue with words of its own is somebody else’s', () => {
    expect(
      read('“We shall stay.” Okafor said they would not.', {
        found: { cue: ['said'], source: ['Okafor'], content: ['We shall stay', 'they would not'] },
        links: {
          'said → Okafor': ['source'],
          'said → We shall stay': ['content'],
          'said → they would not': ['content'],
        },
      }),
    ).toBe('“We shall stay.” [source Okafor] [cue said] [content they would not].')
  })

  test('a content that the model does not link is nobody’s', () => {
    const text = 'Okafor said so and they would stay.'
    expect(
      read(text, {
        found: { cue: ['said'], source: ['Okafor'], content: ['they would stay'] },
        links: { 'said → Okafor': ['source'] },
      }),
    ).toBe(text)
  })

  test('what stands four sentences off is not linked', () => {
    expect(
      read('Okafor said. One. Two. Three. They would stay.', {
        found: { cue: ['said'], content: ['They would stay'] },
        links: { 'said → They would stay': ['content'] },
      }),
    ).toBe('Okafor said. One. Two. Three. They would stay.')
  })
})

test('the mention that may speak where no span is tagged as the source', () => {
  const { doc, mention } = documentOf('Okafor said they would stay. It was thought that they left.', {
    found: { cue: ['said', 'was thought'], content: ['they would stay', 'that they left'] },
    links: {
      'said → they would stay': ['content'],
      'was thought → that they left': ['content'],
      'said → Okafor': ['source'],
    },
  })
  expect(assembleAttributions(doc, [mention('Okafor')]).map((a) => [a.source, a.hint])).toEqual([
    [null, 0],
    [null, -1],
  ])
})
