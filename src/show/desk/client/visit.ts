import { fetchPage, nearest, swap } from './page.ts'

let shown = addressNow()
let running: AbortController | null = null

/** Forms and links that lead to this page under another filter change what it shows without loading it anew; Back works. */
export function visitWithoutReload(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'get') return
    const url = new URL(form.action)
    if (url.pathname !== location.pathname) return
    const fields = new FormData(form, event.submitter)
    for (const [name, value] of fields) if (typeof value === 'string' && value !== '') url.searchParams.set(name, value)
    event.preventDefault()
    void visit(url.href)
  })
  document.addEventListener('click', (event) => {
    const href = linkAt(event)
    if (href === null || event.defaultPrevented || event.button !== 0) return
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    const url = new URL(href, location.href)
    if (url.origin !== location.origin || url.pathname !== location.pathname) return
    if (url.hash !== '' || url.search === location.search) return
    event.preventDefault()
    void visit(url.href)
  })
  // A choice beside a slider sends its form at once; a day that is typed is whole only when its form is sent.
  document.addEventListener('change', (event) => {
    if (nearest(event.target, '[type="date"], [type="text"], [type="search"]')) return
    const form = nearest(event.target, '[data-slider] form')
    if (form instanceof HTMLFormElement) form.requestSubmit()
  })
  addEventListener('popstate', () => {
    if (addressNow() !== shown) void visit(location.href, { back: true })
  })
}

/** Where a press leads, by a link of the page or of a picture in it. */
function linkAt({ target }: Event): string | null {
  return target instanceof Element ? (target.closest('a[href]')?.getAttribute('href') ?? null) : null
}

/** Show another address of this page. What cannot be fetched is left to the browser. */
export async function visit(href: string, { back = false } = {}): Promise<void> {
  running?.abort()
  running = new AbortController()
  const held = placeOf(document.activeElement)
  const open = document.querySelector('.filter')?.hasAttribute('open') ?? false
  try {
    const page = await fetchPage(href, running.signal)
    if (!back) history.pushState(null, '', href)
    shown = addressNow()
    swap(page)
  } catch (thrown) {
    if (!(thrown instanceof DOMException && thrown.name === 'AbortError')) location.assign(href)
    return
  }
  document.querySelector('.filter')?.toggleAttribute('open', open)
  const again = held ? document.querySelector<HTMLElement>(held) : null
  ;(again ?? document.getElementById('main'))?.focus({ preventScroll: true })
}

/** How to find an element again in the next state of the page: by its id, or as a field of its form. */
function placeOf(element: Element | null): string | null {
  if (element?.id) return `#${CSS.escape(element.id)}`
  const [name, action] = [element?.getAttribute('name'), element?.closest('form')?.getAttribute('action')]
  return name && action ? `form[action="${CSS.escape(action)}"] [name="${CSS.escape(name)}"]` : null
}

function addressNow(): string {
  return location.pathname + location.search
}

/** Another address for what is shown, without a step for Back. */
export function readdress(href: string): void {
  history.replaceState(null, '', href)
  shown = addressNow()
}
