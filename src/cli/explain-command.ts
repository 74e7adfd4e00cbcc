import { AppError } from '../base/index.ts'
import { dayOf, itemsIn, take } from '../intake/index.ts'
import type { Options, World } from './command.ts'
import { explanationText } from './formats/explanation.ts'
import { colourOn, columnsOf } from './screen.ts'
import { wrongUse } from './usage.ts'

/** `rubicon explain`: what the reader found at one place of one article. */
export async function runExplain(args: readonly string[], options: Options, world: World): Promise<number> {
  const [path] = args
  if (path === undefined || args.length > 1) throw wrongUse('say which file: rubicon explain FILE --at N')
  const day = typeof options.published === 'string' ? dayOf(options.published) : undefined
  if (day === null) throw wrongUse(`--published ${options.published}: it must be a day, such as 2020-01-17`)

  const { settings, stdin, stdout } = world
  const items = itemsIn([path], { maxChars: settings.maxChars, stdin })
  const { value: item } = await items.next()
  await items.return(undefined)
  if (!item) throw new AppError('intake.empty', `${path}: empty: there is no article in it`)
  const { article, refused } = take(item, { maxChars: settings.maxChars, ...(day !== undefined && { published: day }) })
  if (refused) throw new AppError(refused.code, `${item.from}: ${refused.message}`)

  const at = placeOf(options, article.text)
  const reader = await world.openReader(settings.model === null ? {} : { modelPath: settings.model })
  try {
    const explanation = await reader.explain(article, at)
    if (options.format === 'json') stdout.write(`${JSON.stringify(explanation, null, 2)}\n`)
    else stdout.write(explanationText(explanation, article.text, { width: columnsOf(world), colour: colourOn(world) }))
  } finally {
    await reader.close()
  }
  return 0
}

function placeOf({ at, find }: Options, text: string): number {
  if ((at === undefined) === (find === undefined)) throw wrongUse('say where: --at N, or --find "WORDS"')
  if (typeof find === 'string') {
    const place = text.indexOf(find)
    if (place < 0) throw wrongUse(`--find: "${find}" does not stand in the text`)
    return place
  }
  const place = Number(at)
  if (!Number.isInteger(place) || place < 0 || place >= text.length)
    throw wrongUse(`--at ${at}: it must be a whole number from 0 to ${text.length - 1}, the last letter of the text`)
  return place
}
