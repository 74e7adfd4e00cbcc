import { visit } from './visit.ts'

const DAY = 'svg [data-from][data-until]'

/** Drawing over the days of a picture, from one to another, shows that stretch; a press on one day stays the link that it is. */
export function brushDays(): void {
  let first: Element | null = null
  document.addEventListener('pointerdown', (event) => {
    first = event.button === 0 && event.pointerType !== 'touch' ? dayAt(event) : null
  })
  // A link that is dragged would be carried off by the browser.
  document.addEventListener('dragstart', (event) => {
    if (first) event.preventDefault()
  })
  document.addEventListener('pointermove', (event) => {
    if (first) light(stretch(first, dayAt(event)))
  })
  document.addEventListener('pointerup', (event) => {
    const last = dayAt(event)
    const days =
      first && last && first !== last && first.closest('svg') === last.closest('svg') ? stretch(first, last) : []
    light([])
    const [from, until] = [days[0]?.getAttribute('data-from'), days.at(-1)?.getAttribute('data-until')]
    const href = days[0]?.getAttribute('href')
    first = null
    if (!from || !until || !href) return
    const url = new URL(href, location.href)
    url.searchParams.set('from', from)
    url.searchParams.set('until', until)
    void visit(url.href)
  })
}

function dayAt(event: PointerEvent): Element | null {
  return document.elementFromPoint(event.clientX, event.clientY)?.closest(DAY) ?? null
}

/** All days of the picture from one to another, whichever stands first. */
function stretch(one: Element, other: Element | null): Element[] {
  const all = [...(one.closest('svg')?.querySelectorAll(DAY) ?? [])]
  const [a, b] = [all.indexOf(one), other ? all.indexOf(other) : -1]
  return b < 0 ? [] : all.slice(Math.min(a, b), Math.max(a, b) + 1)
}

function light(days: readonly Element[]): void {
  for (const day of document.querySelectorAll(`${DAY}.brushed`))
    if (!days.includes(day)) day.classList.remove('brushed')
  for (const day of days) day.classList.add('brushed')
}
