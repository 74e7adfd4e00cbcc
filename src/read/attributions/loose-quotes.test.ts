import { describe, expect, test } from 'vitest'
import { readMarked as read } from '../../../test/read-marked.ts'

describe('quotations that the model leaves alone', () => {
  test('go to the cue beside them', () => {
    expect(
      read('“We will not leave today,” Okafor said.', {
        found: { cue: ['said'], source: ['Okafor'] },
        links: { 'said → Okafor': ['source'] },
      }),
    ).toBe('[content “We will not leave today,”] [source Okafor] [cue said].')
    expect(
      read('Okafor said: “We will not leave today.”', {
        found: { cue: ['said'], source: ['Okafor'] },
        links: { 'said → Okafor': ['source'] },
      }),
    ).toBe('[source Okafor] [cue said]: [content “We will not leave today.”]')
  })

  test('go on with the quotation before them in their paragraph', () => {
    expect(
      read('“We shall stay,” Okafor said. “Not today, not tomorrow.”', {
        found: { cue: ['said'], source: ['Okafor'], content: ['We shall stay'] },
        links: { 'said → Okafor': ['source'], 'said → We shall stay': ['content'] },
      }),
    ).toBe('[content “We shall stay,”] [source Okafor] [cue said]. [content “Not today, not tomorrow.”]')
  })

  test('go on over paragraphs that open again', () => {
    expect(
      read('“We shall stay,” Okafor said. “We stay here tonight.\n\n“We stay until the last boat.”', {
        found: { cue: ['said'], source: ['Okafor'], content: ['We shall stay'] },
        links: { 'said → Okafor': ['source'], 'said → We shall stay': ['content'] },
      }),
    ).toBe(
      '[content “We shall stay,”] [source Okafor] [cue said]. [content “We stay here tonight.]\n\n[content “We stay until the last boat.”]',
    )
  })

  test('stand alone where nobody speaks beside them', () => {
    expect(read('It rained.\n\n“We will not leave this town today.”', {})).toBe(
      'It rained.\n\n[content “We will not leave this town today.”]',
    )
  })

  test('marks round a word or a name are no quotation', () => {
    const text = 'The so-called “peace plan” failed, wrote the author of “War on the Lower River Now”.'
    expect(read(text, {})).toBe(text)
  })

  test('not even beside a cue', () => {
    const text = 'The “peace,” Okafor said, was near.'
    expect(read(text, { found: { cue: ['said'] } })).toBe(text)
  })

  test('a stray mark gives nobody words', () => {
    const text = 'He rose 5” and left. The “road was long.'
    expect(read(text, {})).toBe(text)
  })
})
