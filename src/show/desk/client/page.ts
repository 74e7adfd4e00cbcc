/** The parts of a page that differ from one address of it to the next. */
const PARTS = ['main', '.filter', '.masthead nav', '.masthead form'] as const

/** Fetch a page of the desk, as a document that runs nothing. */
export async function fetchPage(url: string, signal?: AbortSignal): Promise<Document> {
  const answer = await fetch(url, { headers: { accept: 'text/html' }, ...(signal && { signal }) })
  return new DOMParser().parseFromString(await answer.text(), 'text/html')
}

/** Put another page's parts in the place of this one's; only those named. */
export function swap(from: Document, parts: readonly string[] = PARTS): void {
  for (const part of parts) {
    const [now, next] = [document.querySelector(part), from.querySelector(part)]
    if (now && next) now.replaceWith(document.importNode(next, true))
  }
  document.title = from.title
}

/** Whether letters typed here are meant for a field. */
export function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.closest('input, select, textarea, [contenteditable]') !== null
}

/** The nearest element round what an event met that fits a selector. */
export function nearest(target: EventTarget | null, selector: string): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>(selector) : null
}
