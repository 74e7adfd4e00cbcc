import type { QuadClass, Reading } from '../../codebook/index.ts'
import { bulleted, type Column, type Line, painted, type Run, type Style, table, wrapped } from './layout.ts'
import { textRuns } from './text-marks.ts'
import { type Actor, type Deed, deedWords, type Statement, viewOf } from './view.ts'
import { codeOf, counted, eventCode, KIND_WORDS, shortened, TYPE_WORDS } from './words.ts'

export const QUAD_MARKS: Readonly<Record<QuadClass, string>> = { 1: '○', 2: '●', 3: '□', 4: '■' }

/**
 * A page a person likes to read: the article with its findings marked in it, then tables of who said what, who did what
 * to whom, who is who and who stands where. Fits `width` columns; without colour it is plain text.
 */
export function textPage(
  reading: Reading,
  { width, colour }: { readonly width: number; readonly colour: boolean },
): string {
  const view = viewOf(reading)
  const wide = Math.max(60, Math.min(width, 132))
  const found = [
    counted(view.statements.length, 'statement'),
    counted(view.deeds.length, 'event'),
    counted(view.actors.length, 'actor'),
    counted(view.ties.length, 'relation'),
  ].join(', ')
  const lines: Line[] = [
    ...wrapped([{ text: view.byline, styles: ['dim'] }], wide),
    ...wrapped([{ text: found, styles: ['dim'] }], wide),
    [],
    ...trimmed(wrapped(textRuns(reading, colour), Math.min(wide, 92))),
    [],
    ...wrapped(keyOf(colour), wide),
    ...section('Who said what', view.statements, 'Nobody is quoted or reported in this text.', (all) =>
      statements(all, wide),
    ),
    ...section('Who did what to whom', view.deeds, 'No event was found in this text.', (all) => deeds(all, wide)),
    ...section('Who is who', view.actors, 'No actor was found in this text.', (all) => actors(all, wide)),
    ...section('Who stands where', view.ties, 'The text states no standing tie.', (all) =>
      all.flatMap(({ head, words, tail, saidBy, relation }) =>
        bulleted(
          [
            { text: head, styles: ['bold'] },
            { text: ` ${words} ` },
            { text: tail, styles: ['bold'] },
            {
              text: `${relation.hedged ? ', with a hedge' : ''}, ${saidBy ? `says ${saidBy}` : 'in the outlet’s words'}: `,
            },
            { text: `“${shortened(relation.evidence.text, 120)}”`, styles: ['dim'] },
          ],
          wide,
        ),
      ),
    ),
    ...(view.skipped.length === 0
      ? []
      : section('Left out, as no part of the story', view.skipped, '', (all) =>
          all.flatMap(({ why, text }) =>
            bulleted([{ text: `${whyWords(why)}: ` }, { text: shortened(text, wide - 20), styles: ['dim'] }], wide),
          ),
        )),
    [],
    ...wrapped([{ text: `Read by ${reading.reader}.`, styles: ['dim'] }], wide),
  ]
  return `${lines.map((line) => painted(line, colour)).join('\n')}\n`
}

function keyOf(colour: boolean): readonly Run[] {
  return [
    { text: '[who: ', styles: ['dim'] },
    { text: 'their words', styles: ['said'] },
    { text: '] · ', styles: ['dim'] },
    { text: colour ? 'event' : '_event_', styles: ['under'] },
    { text: ' (TYPE) · ', styles: ['dim'] },
    { text: '{why: left out}', styles: ['dim'] },
  ]
}

/** Without the empty lines at its ends. */
function trimmed(lines: readonly Line[]): readonly Line[] {
  const last = lines.findLastIndex((line) => line.some((run) => run.text.trim() !== ''))
  return lines.slice(0, last + 1)
}

export function whyWords(why: string): string {
  return why.replaceAll('-', ' ')
}

function section<T>(title: string, all: readonly T[], none: string, lay: (all: readonly T[]) => Line[]): Line[] {
  return [
    [],
    [{ text: title.toUpperCase(), styles: ['bold'] }],
    [],
    ...(all.length === 0 ? [[{ text: none }]] : lay(all)),
  ]
}

function statements(all: readonly Statement[], wide: number): Line[] {
  return table(
    columns(wide, ['Who', 22], ['How', 22], ['What', 0]),
    all.map((s) => [
      [
        { text: s.speaker, styles: ['bold'] },
        ...(s.anonymous ? [{ text: ` (${s.anonymous})`, styles: ['dim'] as const }] : []),
        ...(s.within ? [{ text: ` as told by ${s.within}`, styles: ['dim'] as const }] : []),
      ],
      [
        { text: s.cue ?? 'in quotation marks' },
        { text: s.channel && s.channel !== s.cue ? ` · ${s.channel}` : '', styles: ['dim'] },
      ],
      [{ text: shortened(s.content, wide * 2), styles: ['said'] }],
    ]),
  )
}

function deeds(all: readonly Deed[], wide: number): Line[] {
  const heads = columns(wide, ['Who', 24], ['did what', 30], ['to whom', 0])
  const rows = all.map((d): readonly (readonly Run[])[] => {
    const styles: readonly Style[] = [`quad${d.event.quadClass}`]
    return [
      d.who ? [{ text: d.who, styles: ['bold'] }] : [{ text: 'somebody', styles: ['dim'] }],
      [
        { text: `${QUAD_MARKS[d.event.quadClass]} ${TYPE_WORDS[d.event.type]}`, styles },
        { text: `: “${shortened(d.event.trigger.text, 40)}” ` },
        { text: eventCode(d.event), styles: ['dim'] },
      ],
      d.whom ? [{ text: d.whom, styles: ['bold'] }] : [{ text: 'nobody named', styles: ['dim'] }],
    ]
  })
  return table(heads, rows, (row) => wrapped([{ text: deedWords(all[row]!) }], wide - 4))
}

/** A table of those that matter; the rest, named in passing, in one paragraph. */
function actors(all: readonly Actor[], wide: number): Line[] {
  const passing = all
    .filter((actor) => !actor.matters)
    .map(({ entity }) => [entity.name, codeOf(entity)].filter(Boolean).join(' '))
  const rows = all
    .filter((actor) => actor.matters)
    .map(({ entity, mentions, aliases }): readonly (readonly Run[])[] => {
      const more = aliases.length > 6 ? ` and ${aliases.length - 6} more` : ''
      const names = aliases.slice(0, 6).map((alias) => shortened(alias, 50))
      return [
        [{ text: entity.name, styles: entity.named ? ['bold'] : [] }],
        [{ text: KIND_WORDS[entity.kind] }],
        [{ text: codeOf(entity), styles: ['dim'] }],
        [{ text: mentions === 1 ? 'once' : `${mentions} ×` }],
        [{ text: names.join(', ') + more }],
      ]
    })
  const heads = columns(wide, ['Name', 26], ['What', 12], ['Code', 9], ['Named', 5], ['Also called', 0])
  return [
    ...(rows.length > 0 ? table(heads, rows) : []),
    ...(passing.length > 0 ? [[], ...wrapped([{ text: `In passing: ${passing.join('; ')}.` }], wide)] : []),
  ]
}

/** Columns for a page of `wide`; widths are for 80 and grow with it, the last takes what is left. */
function columns(wide: number, ...heads: readonly (readonly [head: string, width: number])[]): Column[] {
  const grow = Math.min(1.4, wide / 80)
  const fixed = heads.slice(0, -1).map(([head, width]) => ({ head, width: Math.floor(width * grow) }))
  const left = wide - fixed.reduce((sum, column) => sum + column.width + 2, 0)
  return [...fixed, { head: heads.at(-1)![0], width: left }]
}
