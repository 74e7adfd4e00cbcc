import { drawArcs } from './arcs.ts'
import { nearest } from './page.ts'

const LIT = 'main :is(h1, .text) [data-f]'
const GRACE = 180

let shown: string | null = null
let undraw: () => void = () => {}
let pop: HTMLElement | null = null
let timer = 0

/**
 * Pointing at a finding in a text, or coming to it by Tab, shows its card: the list beside the text moves to it; where no list
 * stands beside, the card opens at the finding. The parties of an event are drawn over the text; mentions of one actor light up together.
 */
export function showFindings(): void {
  document.addEventListener('pointerover', (event) => {
    if (event.pointerType === 'touch') return
    lightTogether(nearest(event.target, '[data-actor]'))
    const lit = nearest(event.target, LIT)
    const card = nearest(event.target, '.cards .card[data-f]')
    clearTimeout(timer)
    if (lit) timer = setTimeout(() => show(lit, idOf(lit)), 60)
    else if (card) timer = setTimeout(() => show(anchorOf(idOf(card)), idOf(card), { fromCard: true }), 60)
    else if (shown && !nearest(event.target, '.pop')) timer = setTimeout(hide, GRACE)
  })
  document.addEventListener('focusin', (event) => {
    lightTogether(nearest(event.target, '[data-actor]'))
    const lit = nearest(event.target, LIT)
    const card = nearest(event.target, '.cards .card[data-f]')
    if (lit) show(lit, idOf(lit))
    else if (card) show(anchorOf(idOf(card)), idOf(card), { fromCard: true })
    else if (!nearest(event.target, '.pop')) hide()
  })
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide()
  })
  addEventListener('resize', hide)
}

function idOf(element: HTMLElement): string {
  return element.dataset.f?.split(' ')[0] ?? ''
}

function anchorOf(id: string): HTMLElement | null {
  return document.getElementById(`f-${id}`)
}

function show(at: HTMLElement | null, id: string, { fromCard = false } = {}): void {
  if (shown === id) return
  hide()
  const card = document.getElementById(`c-${id}`)
  if (!card || !at) return
  shown = id
  const on = card.dataset.kind === 'event' ? 'event-on' : 'said-on'
  for (const piece of document.querySelectorAll(LIT.replace('[data-f]', `[data-f~="${CSS.escape(id)}"]`)))
    piece.classList.add(on)
  card.classList.add('active')
  if (card.dataset.kind === 'event') undraw = drawArcs(card, anchorOf(id) ?? at)
  if (fromCard) return
  const list = card.closest<HTMLElement>('.cards')
  const beside = list !== null && list.getBoundingClientRect().left > at.getBoundingClientRect().left + 40
  if (list && beside && getComputedStyle(list).overflowY === 'auto')
    list.scrollTo({ top: card.offsetTop - (list.clientHeight - card.offsetHeight) / 3 })
  else popAt(card, at)
}

/** The card opened at its finding: the same card as in the list, with its buttons. */
function popAt(card: HTMLElement, at: HTMLElement): void {
  pop = document.createElement('div')
  pop.className = 'pop'
  const copy = document.createElement('div')
  copy.className = card.className
  Object.assign(copy.dataset, { quad: card.dataset.quad ?? '' })
  copy.append(...[...card.cloneNode(true).childNodes])
  pop.append(copy)
  for (const named of pop.querySelectorAll('[id]')) named.removeAttribute('id')
  document.body.append(pop)
  const box = at.getBoundingClientRect()
  const left = Math.max(8, Math.min(box.left, innerWidth - pop.offsetWidth - 8))
  const below = box.bottom + pop.offsetHeight + 8 < innerHeight || box.top < pop.offsetHeight + 8
  pop.style.setProperty('left', `${left + scrollX}px`)
  pop.style.setProperty('top', `${scrollY + (below ? box.bottom + 6 : box.top - pop.offsetHeight - 6)}px`)
}

function hide(): void {
  clearTimeout(timer)
  undraw()
  undraw = () => {}
  pop?.remove()
  pop = null
  shown = null
  const marks = ['active', 'event-on', 'said-on']
  for (const element of document.querySelectorAll(marks.map((m) => `main .${m}`).join()))
    element.classList.remove(...marks)
}

function lightTogether(one: HTMLElement | null): void {
  const key = one?.dataset.actor
  for (const other of document.querySelectorAll<HTMLElement>('main .together'))
    if (other.dataset.actor !== key) other.classList.remove('together')
  if (!key) return
  for (const other of document.querySelectorAll(`main [data-actor="${CSS.escape(key)}"]`))
    other.classList.add('together')
}
