import { expect, test } from 'vitest'
import { articleFrom } from './article-from.ts'

const P1 =
  'The foreign minister said on Tuesday that his country would not return to the talks before the sanctions were lifted, and he accused his neighbours of bad faith.'
const P2 =
  '“We have waited long enough,” he told reporters outside the ministry, where some hundred people had gathered in the rain to hear what he had to say about it.'
const P3 =
  'A senior official, who asked not to be named because the talks are secret, said that the two sides had met three times since the summer in a hotel by the sea.'

const page = (head: string, body: string) =>
  articleFrom(
    { from: 'a.html', form: 'page', content: `<!doctype html><html><head>${head}</head><body>${body}</body></html>` },
    {},
  )

const BODY = `<nav><a href="/">Home</a> <a href="/w">World</a></nav><article><h1>No talks before sanctions end</h1>
<p>${P1}</p><figure><img src="a.jpg"><figcaption>The minister on Tuesday. Ana Reyes/EPD</figcaption></figure><p>${P2.replace('he told', 'he<br>told')}</p><div class="newsletter">Sign up for our newsletter</div><p>${P3}</p></article>
<aside><h3>Most read</h3><ul><li><a href="/x">Ten cats</a></li></ul></aside><script>var x = "<p>no</p>"</script>`

test('title, paragraphs, an empty line between; the caption is kept but skipped', () => {
  const article = page('', BODY)
  expect(article.text).toContain(`No talks before sanctions end\n\n${P1}\n\n`)
  expect(article.text).toContain(`${P2}\n\n`)
  expect(article.text.endsWith(P3)).toBe(true)
  expect(article.text).not.toContain('Ten cats')
  expect(article.skipped.map((s) => `${s.why}: ${article.text.slice(s.start, s.end)}`)).toEqual([
    'caption: The minister on Tuesday. Ana Reyes/EPD',
    'page-furniture: Sign up for our newsletter',
  ])
})

test('JSON-LD inside @graph tells title, day, author, outlet and address', () => {
  const ld = {
    '@graph': [
      { '@type': 'WebPage', name: 'x' },
      {
        '@type': ['NewsArticle'],
        headline: 'No talks, says minister',
        datePublished: '2020-01-14T22:10:00-05:00',
        author: [{ name: 'Ana Reyes' }, { name: 'Bo Lind' }],
        publisher: { name: 'Example Post' },
        url: 'https://example.org/a?utm=1',
      },
    ],
  }
  const head = `<script type="application/ld+json">${JSON.stringify(ld)}</script><link rel="canonical" href="https://example.org/a">`
  expect(page(head, BODY)).toMatchObject({
    title: 'No talks, says minister',
    published: '2020-01-14',
    publishedBy: 'page',
    author: 'Ana Reyes, Bo Lind',
    outlet: 'Example Post',
    url: 'https://example.org/a',
  })
})

test('an articleBody stands where the page itself shows hardly anything', () => {
  const ld = { '@type': 'NewsArticle', headline: 'No talks', articleBody: `${P1}\n\n${P2}\n${P3}` }
  const article = page(
    `<script type="application/ld+json">${JSON.stringify(ld)}</script>`,
    '<div id="root">Please enable JavaScript</div>',
  )
  expect(article.text).toBe(`No talks\n\n${P1}\n\n${P2}\n\n${P3}`)
})

test('OpenGraph and meta tags where there is no JSON-LD; an option overrides the page', () => {
  const head =
    '<meta property="og:title" content="Talks &amp; silence"><meta property="article:published_time" content="2020-01-15"><meta property="og:site_name" content="Example Post">'
  expect(page(head, BODY)).toMatchObject({
    title: 'Talks & silence',
    published: '2020-01-15',
    publishedBy: 'page',
    outlet: 'Example Post',
  })
  const given = articleFrom(
    { from: 'a', form: 'page', content: `<html><head>${head}</head>${BODY}` },
    { published: '2020-01-16' },
  )
  expect(given).toMatchObject({ published: '2020-01-16', publishedBy: 'given' })
})

test('a page without a date has none', () => {
  expect(page('<title>No talks | Example Post</title>', BODY)).toMatchObject({
    published: null,
    publishedBy: 'unknown',
  })
})

test.each([
  ['never closed', `<p>${P1}<p>${P2}<div><b>${P3}`],
  ['nested beyond reason', `${'<div>'.repeat(50_000)}<p>${P1}</p><p>${P2}</p>${P3}`],
  ['twenty thousand links', `<p>${P1}</p><p>${P2}</p>${'<a href=x>the news</a> '.repeat(45_000)}<p>${P3}</p>`],
])('broken markup is still read: %s', (_, body) => {
  const { text } = page('', body)
  for (const p of [P1, P2, P3]) expect(text).toContain(p)
})
