const KEYS = [
  ['/', 'search'],
  ['j', 'next finding or line'],
  ['k', 'the one before'],
  ['Enter', 'open it'],
  ['f', 'filter'],
  ['Esc', 'leave a field, close what has opened'],
  ['?', 'this'],
] as const

/** The keys of the desk, in a dialog; the pages of `g` are read off the masthead. */
export function showHelp(): void {
  const dialog = document.createElement('dialog')
  dialog.className = 'keys'
  dialog.setAttribute('aria-labelledby', 'keys-title')
  const title = document.createElement('h2')
  title.id = 'keys-title'
  title.textContent = 'Keys'
  const list = document.createElement('dl')
  const pages = [...document.querySelectorAll<HTMLElement>('nav a[data-key]')]
  const rows = [...KEYS, ...pages.map((a) => [`g ${a.dataset.key ?? ''}`, a.textContent] as const)]
  for (const [key, words] of rows) {
    const [term, what] = [document.createElement('dt'), document.createElement('dd')]
    for (const part of key.split(' ')) {
      const kbd = document.createElement('kbd')
      kbd.textContent = part
      term.append(kbd, ' ')
    }
    what.textContent = words
    list.append(term, what)
  }
  const close = document.createElement('button')
  close.type = 'button'
  close.textContent = 'Close'
  close.addEventListener('click', () => dialog.close())
  dialog.append(title, list, close)
  dialog.addEventListener('close', () => dialog.remove())
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close()
  })
  document.body.append(dialog)
  dialog.showModal()
}
