const THEMES = ['auto', 'light', 'dark'] as const
type Theme = (typeof THEMES)[number]
const YEAR = 31_536_000

/** A button in the masthead: light, dark, or as the machine has it. A cookie keeps it, so that the next page comes in it at once. */
export function offerTheme(): void {
  const button = document.createElement('button')
  button.type = 'button'
  button.className = 'theme'
  const put = (theme: Theme): void => {
    if (theme === 'auto') delete document.documentElement.dataset.theme
    else document.documentElement.dataset.theme = theme
    button.textContent = { auto: '◐', light: '○', dark: '●' }[theme]
    button.setAttribute('aria-label', `Light or dark: ${theme === 'auto' ? 'as the machine has it' : theme}`)
    button.title = button.getAttribute('aria-label') ?? ''
  }
  let theme = themeNow()
  put(theme)
  button.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'auto'
    // biome-ignore lint/suspicious/noDocumentCookie: the store that would replace it is not in every browser yet
    document.cookie = `theme=${theme}; path=/; max-age=${theme === 'auto' ? 0 : YEAR}; samesite=lax`
    put(theme)
  })
  document.querySelector('.masthead .sheet')?.append(button)
}

function themeNow(): Theme {
  const { theme } = document.documentElement.dataset
  return theme === 'light' || theme === 'dark' ? theme : 'auto'
}
