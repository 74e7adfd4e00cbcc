import { showHelp } from './help.ts'
import { isTyping } from './page.ts'

/** What `j` and `k` go through: the findings of a text, or the lines of a list. */
const FINDINGS = 'h1 a[id^="f-"], .text a[id^="f-"]'
const LINES =
  'main .event, main .brief, main .statement, main article.hit, main [data-line], main tbody tr:has(a), main .card, main ol > li:has(a), main section > ul > li:has(a)'

/** Keys that work on every page, but where letters are typed into a field. */
export function listenToKeys(): void {
  let going = 0
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (isTyping(event.target)) {
      if (event.key === 'Escape' && event.target instanceof HTMLElement) event.target.blur()
      return
    }
    if (document.querySelector('dialog[open]')) return
    const { key } = event
    if (Date.now() - going < 1500 && /^[a-z]$/.test(key)) {
      going = 0
      const link = document.querySelector<HTMLAnchorElement>(`nav a[data-key="${key}"]`)
      if (link) {
        event.preventDefault()
        link.click()
      }
      return
    }
    const act = ACTS[key]
    if (key === 'g') going = Date.now()
    if (!act) return
    event.preventDefault()
    act()
  })
}

const ACTS: Readonly<Record<string, () => void>> = {
  '/': () => {
    const fields = [...document.querySelectorAll<HTMLInputElement>('input[type="search"]')]
    const field = fields.find((f) => f.form?.hasAttribute('data-live')) ?? fields[0]
    field?.focus()
    field?.select()
  },
  j: () => step(1),
  k: () => step(-1),
  f: () => {
    document.querySelector('.filter')?.setAttribute('open', '')
    document.querySelector<HTMLElement>('.filter input:not([type="hidden"]), .filter select')?.focus()
  },
  '?': showHelp,
}

function step(by: 1 | -1): void {
  const findings = [...document.querySelectorAll<HTMLElement>(FINDINGS)].filter(isSeen)
  const stops =
    findings.length > 0 ? findings : outermost([...document.querySelectorAll<HTMLElement>(LINES)].filter(isSeen))
  const held = document.activeElement
  const at = stops.findIndex((s) => s === held || s.contains(held))
  const next = at < 0 ? nearestTo(stops, by) : stops[at + by]
  if (!next) return
  const link = next.matches('a') ? next : wayIn(next)
  link.focus({ preventScroll: true })
  next.scrollIntoView({ block: 'nearest', behavior: 'instant' })
}

/** The link of a line that Enter opens: to what was done, else to what it is headed by. */
function wayIn(line: HTMLElement): HTMLElement {
  const found = ['a.deed', 'h3 a', 'a'].map((which) => line.querySelector<HTMLElement>(which))
  return found.find((link) => link !== null) ?? line
}

/** Where nothing is held yet: the first stop in sight. */
function nearestTo(stops: readonly HTMLElement[], by: 1 | -1): HTMLElement | undefined {
  const inSight = stops.filter((s) => s.getBoundingClientRect().top >= 0)
  return by === 1 ? (inSight[0] ?? stops[0]) : stops[stops.length - inSight.length - 1]
}

function outermost(all: readonly HTMLElement[]): HTMLElement[] {
  return all.filter((one) => !all.some((other) => other !== one && other.contains(one)))
}

/** What is folded away has its place on the page, yet cannot be gone to. */
function isSeen(element: HTMLElement): boolean {
  return element.getClientRects().length > 0 && element.checkVisibility()
}
