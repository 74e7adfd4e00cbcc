import { addressOn, dayInWords, dayOf } from './days.ts'
import { fetchPage, nearest, swap } from './page.ts'
import { readdress } from './visit.ts'

/** What another day changes of a page; the handle itself stays, so that it can be drawn on. */
const PARTS = ['.head-of-page', '.strips', '.slider form', '#dated', '.doors', '.filter', '.masthead nav']
const PAUSE = 90

/** The handle of a slider of days: while it is drawn along, the picture follows; Back leads to where it stood before. */
export function rideDays(): void {
  document.documentElement.classList.add('lively')
  let timer = 0
  let running: AbortController | null = null
  let riding = false
  const look = async (href: string): Promise<void> => {
    running?.abort()
    running = new AbortController()
    const open = document.querySelector('.filter')?.hasAttribute('open') ?? false
    try {
      const page = await fetchPage(href, running.signal)
      if (!riding) history.pushState(null, '', href)
      riding = true
      readdress(href)
      swap(page, PARTS)
      document.querySelector('.filter')?.toggleAttribute('open', open)
    } catch {
      // Overtaken by the next day, or the desk has gone: what stands, stands.
    }
  }
  document.addEventListener('input', (event) => {
    const handle = nearest(event.target, '[data-slider] input[type="range"]')
    if (!(handle instanceof HTMLInputElement)) return
    const { first = '', sets = '' } = handle.dataset
    const day = dayOf(first, Number(handle.value))
    handle.setAttribute('aria-valuetext', dayInWords(day))
    const told = handle.parentElement?.querySelector('output')
    if (told) told.textContent = dayInWords(day)
    clearTimeout(timer)
    timer = setTimeout(() => void look(addressOn(location.href, sets, day)), PAUSE)
  })
  // One grip of the handle is one step for Back.
  for (const letGo of ['pointerdown', 'focusout'])
    document.addEventListener(letGo, (event) => {
      if (nearest(event.target, '[data-slider] input[type="range"]')) riding = false
    })
}
