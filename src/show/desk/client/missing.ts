/** Marking a stretch of an article's text offers to note what its reading lacks there; the form below is filled with the words. */
export function offerMissing(): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'mark-missing'
  button.textContent = 'Missing here'
  button.hidden = true
  document.body.append(button)
  let marked: { words: string; near: number } | null = null

  document.addEventListener('selectionchange', () => {
    marked = markedNow()
    const range = marked ? document.getSelection()?.getRangeAt(0) : undefined
    button.hidden = !range
    if (!range) return
    const box = range.getBoundingClientRect()
    button.style.setProperty('left', `${Math.max(8, box.left + scrollX)}px`)
    button.style.setProperty('top', `${box.bottom + scrollY + 4}px`)
  })
  // The mark would go with the pointer's press.
  button.addEventListener('pointerdown', (event) => event.preventDefault())
  button.addEventListener('click', () => {
    const form = document.querySelector<HTMLFormElement>('#missing')
    if (!form || !marked) return
    for (const [name, value] of [
      ['words', marked.words],
      ['near', String(marked.near)],
    ] as const) {
      const field = form.elements.namedItem(name)
      if (field instanceof HTMLInputElement) field.value = value
    }
    button.hidden = true
    form.scrollIntoView({ block: 'center' })
    form.querySelector('select')?.focus()
  })
}

function markedNow(): { words: string; near: number } | null {
  const text = document.querySelector('.article .text')
  const selection = document.getSelection()
  if (!text || !selection || selection.isCollapsed || selection.rangeCount === 0) return null
  const range = selection.getRangeAt(0)
  if (!text.contains(range.commonAncestorContainer)) return null
  const words = selection.toString().trim()
  if (words === '' || words.length > 1000) return null
  const before = document.createRange()
  before.setStart(text, 0)
  before.setEnd(range.startContainer, range.startOffset)
  const part = before.cloneContents()
  for (const note of part.querySelectorAll('.note')) note.remove()
  const title = document.querySelector('h1')?.textContent ?? ''
  return { words, near: title.length + (part.textContent?.length ?? 0) }
}
