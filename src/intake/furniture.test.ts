import { describe, expect, test } from 'vitest'
import { marked } from '../../test/marked.ts'
import { findFurniture } from './furniture.ts'

const shown = (text: string) =>
  marked(
    text,
    findFurniture(text).skipped.map((s) => [s.why, s]),
  )
const STORY = 'Two rockets fell near the embassy on Sunday, the army said.'

describe('findFurniture', () => {
  test('byline, date line and dateline above the story', () => {
    const text = `Rockets fall in capital\n\nBy Jane Doe and Omar al-Said, Example Wire\nJan. 19, 2020 10:05 GMT\n\nBAGHDAD, Jan. 19 (Reuters) - ${STORY}`
    expect(shown(text)).toBe(
      `Rockets fall in capital\n\n[byline By Jane Doe and Omar al-Said, Example Wire]\n[update-note Jan. 19, 2020 10:05 GMT]\n\n[dateline BAGHDAD, Jan. 19 (Reuters) -] ${STORY}`,
    )
    expect(findFurniture(text).day).toBe('2020-01-19')
  })

  test('a dateline gives a day only where it has the year', () => {
    expect(findFurniture(`NAJAF, Iraq, January 4, 2020 — ${STORY}`).day).toBe('2020-01-04')
    expect(findFurniture(`NAJAF, Iraq, Jan. 4 — ${STORY}`).day).toBeNull()
  })

  test.each([
    'Related Content',
    'Read more:',
    'READ MORE: Five things to know about the talks',
    'Advertisement',
    'Story continues below advertisement',
    'Sign up for our daily newsletter',
    'Follow Jane Doe on Twitter @janedoe',
    'Share this article',
    'Facebook Twitter WhatsApp Email',
    'This story was updated at 5 p.m. with a statement of the ministry.',
    'Correction: An earlier version of this article misspelled the name of the general.',
    '© 2020 Example Media. All rights reserved.',
    'Reporting by Jane Doe in Baghdad; editing by John Roe',
    '(Additional reporting by Omar Said; Editing by John Roe)',
    'FILE PHOTO: A soldier stands guard at the gate, January 3, 2020. REUTERS/Jane Doe',
    'Mourners carry the coffin through the city (Photo by Jane Doe/Getty Images)',
    'REUTERS/Jane Doe',
    'Jane Doe/AFP via Getty Images',
  ])('a line that is no part of the story: %s', (line) => {
    const { skipped } = findFurniture(`Title\n\n${STORY}\n\n${line}\n\n${STORY}\n\n${STORY}`)
    expect(skipped.map((s) => s.end - s.start)).toEqual([line.length])
  })

  test('headlines under "Related Content" go with it, at the end of the text only', () => {
    const list = 'Related Content\nMinister resigns after raid\nWhat we know about the strike'
    expect(shown(`${STORY}\n\n${list}`)).toBe(
      `${STORY}\n\n[related Related Content]\n[related Minister resigns after raid]\n[related What we know about the strike]`,
    )
    expect(shown(`${STORY}\n\nRelated Content\nMinister resigns\n${STORY}`)).toBe(
      `${STORY}\n\n[related Related Content]\nMinister resigns\n${STORY}`,
    )
  })

  test('a picture credit inside a paragraph', () => {
    expect(
      shown(`The coffin passes (Photo by Jane Doe/AFP) and the crowd, which had waited, fell silent.\n${STORY}`),
    ).toBe(`The coffin passes [credit (Photo by Jane Doe/AFP)] and the crowd, which had waited, fell silent.\n${STORY}`)
  })

  test('a caption glued to a paragraph takes no sentence of the story with it', () => {
    expect(shown(`${STORY} ${STORY} A soldier at the gate. Image: Jane Doe.\n${STORY}`)).toBe(
      `${STORY} ${STORY} [caption A soldier at the gate. Image: Jane Doe.]\n${STORY}`,
    )
  })

  test.each([
    'On October 1 - the day of the vote - troops moved in.',
    '- Jane Doe',
    'Share prices fell after the strike.',
    'By Monday the troops had left.',
    'Related attacks killed three people in Mosul.',
    'Follow the money, the senator said on Twitter.',
    'According to a Reuters/Ipsos poll, the two candidates are level.',
    'In an email dated Feb. 12, 2012 — the first of many — he wrote to the minister.',
    'NATO — the alliance of 29 states — declined to comment.',
    'Reporting by the newspaper had forced him to resign.',
    'Read my lips, the president said: no more troops.',
    'The copyright law was vetoed.',
    'He said: “This story has been updated by history.”',
    'Iran — which denies it — vowed revenge.',
    'Update: nothing.',
  ])('a sentence of the story stays: %s', (line) => {
    expect(shown(`Title of it\n\n${line}\n${STORY}\n${line}`)).toBe(`Title of it\n\n${line}\n${STORY}\n${line}`)
  })
})
