import type { ActorAnswer, DyadAnswer, EventAnswer, NetworkAnswer, PlacesAnswer } from '../../../record/index.ts'
import { dyad } from '../../questions/dyad.ts'
import { event } from '../../questions/events.ts'
import { map } from '../../questions/map.ts'
import { network } from '../../questions/network.ts'
import type { NowAnswer } from '../../questions/now.ts'
import { now } from '../../questions/now.ts'
import type { Question } from '../../questions/question.ts'
import { actor } from '../../questions/who.ts'
import type { Html } from '../view.ts'
import { drawActorDays } from './actor-days.ts'
import { drawDays } from './days.ts'
import { drawDyad } from './dyad.ts'
import { mapPicture } from './map.ts'
import { drawNetwork } from './network.ts'
import { drawNumbers } from './numbers.ts'
import { drawOrigins } from './origins.ts'

/** A picture of the desk that can be drawn into a file: its name, the question whose answer it draws, and how. */
export type Drawing = {
  readonly name: string
  readonly question: Question
  readonly draw: (answer: unknown, options: { readonly width: number }) => Html
}

/** Every picture that `rubicon draw` knows; a picture more is a line more. */
export const DRAWINGS: readonly Drawing[] = [
  drawingOf<NowAnswer>('days', now, drawDays),
  drawingOf<PlacesAnswer>('map', map, (answer, { width }) => mapPicture(answer, width)),
  drawingOf<DyadAnswer>('dyad', dyad, drawDyad),
  drawingOf<ActorAnswer>('actor', actor, drawActorDays),
  drawingOf<NetworkAnswer & { readonly day: string | null }>('network', network, drawNetwork),
  drawingOf<EventAnswer>('origins', event, drawOrigins),
  drawingOf<EventAnswer>('numbers', event, drawNumbers),
]

function drawingOf<A>(
  name: string,
  question: Question,
  draw: (answer: A, options: { readonly width: number }) => Html,
): Drawing {
  return { name, question, draw: (answer, options) => draw(answer as A, options) }
}
