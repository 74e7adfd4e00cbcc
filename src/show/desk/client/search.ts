import { begun } from './begun.ts'
import { fetchPage, nearest, swap } from './page.ts'
import { readdress } from './visit.ts'

const PAUSE = 60

/** On the page of search the hits follow what is typed; the last word counts as begun. */
export function searchAsTyped(): void {
  let timer = 0
  let running: AbortController | null = null
  const look = async (form: HTMLFormElement, field: HTMLInputElement): Promise<void> => {
    running?.abort()
    running = new AbortController()
    const url = new URL(form.action)
    for (const [name, value] of new FormData(form)) if (typeof value === 'string') url.searchParams.set(name, value)
    url.searchParams.set('words', begun(field.value))
    try {
      const page = await fetchPage(url.href, running.signal)
      swap(page, ['.head-of-page', '.tabs', '#hits'])
      readdress(url.href)
    } catch {
      // Aborted by the next letter, or the desk has gone: what stands, stands.
    }
  }
  document.addEventListener('input', (event) => {
    const field = nearest(event.target, 'form[data-live] input[type="search"]')
    if (!(field instanceof HTMLInputElement) || !field.form) return
    const { form } = field
    clearTimeout(timer)
    timer = setTimeout(() => void look(form, field), PAUSE)
  })
}
