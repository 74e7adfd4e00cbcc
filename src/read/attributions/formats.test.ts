import { describe, expect, test } from 'vitest'
import { documentOf } from '../../../test/document-of.ts'
import { marked } from '../../../test/marked.ts'
import { readFormats } from './formats.ts'

function read(text: string, found: Readonly<Record<string, readonly string[]>> = {}): string {
  const { doc } = documentOf(text, { found })
  return marked(
    text,
    readFormats(doc).flatMap((f) => [
      ['source', f.source] as const,
      ['cue', f.cue] as const,
      ['content', f.content] as const,
    ]),
  )
}

describe('readFormats', () => {
  test('the lines of a conversation', () => {
    expect(read('They met.\n\nANA RUIZ: Who pays?\n\n"OKOTH: We do.\n\nThey left.')).toBe(
      'They met.\n\n[source ANA RUIZ][cue :] [content Who pays?]\n\n"[source OKOTH][cue :] [content We do.]\n\nThey left.',
    )
  })

  test('one label alone is no conversation', () => {
    const text = 'They met.\n\nNOTE: Prices have changed.\n\nThey left.'
    expect(read(text)).toBe(text)
  })

  test('a quotation that is signed', () => {
    expect(read('What people say:\n\n“The bridge must stay.” ― Ana de la Cruz\n\n“It is ours” — everybody')).toBe(
      'What people say:\n\n[content “The bridge must stay.”] [cue ―] [source Ana de la Cruz]\n\n“It is ours” — everybody',
    )
  })

  test('a headline that begins with its speaker, where the model knows him or the word is for one who speaks', () => {
    expect(read('Okoth: Bridge Will Stay\n\nIt rained.', { 'name-person': ['Okoth'] })).toBe(
      '[source Okoth][cue :] [content Bridge Will Stay]\n\nIt rained.',
    )
    expect(read('Police: Bridge Will Stay\n\nIt rained.')).toBe(
      '[source Police][cue :] [content Bridge Will Stay]\n\nIt rained.',
    )
    expect(read('Weather: Rain To Stay\n\nIt rained.')).toBe('Weather: Rain To Stay\n\nIt rained.')
  })
})
