import { expect, test } from 'vitest'
import { partOf, ROWS } from '../../src/show/desk/openapi-answers.ts'
import { QUESTIONS } from '../../src/show/questions/questions.ts'
import { answer, daily, wire } from '../record/stories.ts'
import { deskOver } from './small-record.ts'

type Document = {
  readonly paths: Readonly<Record<string, { readonly get: { readonly parameters: readonly { name: string }[] } }>>
  readonly components: { readonly schemas: Readonly<Record<string, { readonly properties?: object }>> }
}

test('the document describes each question, and each of its references leads somewhere', async () => {
  const { desk } = await deskOver([wire])
  const document = (await (await desk.request('/api/openapi.json')).json()) as Document
  expect(Object.keys(document.paths)).toEqual(QUESTIONS.map((q) => `/api/${q.name}`))
  const leads = [...JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, path = '']) => path)
  expect(leads.length).toBeGreaterThan(20)
  for (const path of leads) {
    let at: unknown = document
    for (const part of path.split('/')) at = (at as Record<string, unknown>)[part]
    expect(at, path).toBeDefined()
  }
})

test('each row of an answer is what the document says, member by member', async () => {
  const { desk } = await deskOver([wire, daily, answer])
  const document = (await (await desk.request('/api/openapi.json')).json()) as Document
  const asked: Readonly<Record<string, string>> = { dyad: '?actor=IRN&recipient=USA' }
  for (const [question, part] of Object.entries(ROWS)) {
    const { rows } = (await (await desk.request(`/api/${question}${asked[question] ?? ''}`)).json()) as {
      rows: object[]
    }
    expect([question, rows.length > 0]).toEqual([question, true])
    for (const row of rows) {
      const parsed = partOf(part).safeParse(row)
      expect([question, parsed.error?.issues ?? []]).toEqual([question, []])
      const own = Object.keys(row).filter((name) => question !== 'dyad' || !['direction', 'kind'].includes(name))
      expect([question, own.sort()]).toEqual([
        question,
        Object.keys(document.components.schemas[part]?.properties ?? {}).sort(),
      ])
    }
  }
})

test('every parameter that the document names is taken', async () => {
  const { desk } = await deskOver([wire, answer])
  const document = (await (await desk.request('/api/openapi.json')).json()) as Document
  const values: Readonly<Record<string, string>> = {
    actor: 'IRN', recipient: 'USA', party: 'USA', type: 'ASSAULT', quadClass: '4', status: 'happened', country: 'IRQ', outlet: 'Meridian Wire', saidBy: 'USA', dossier: 'none', origins: '1', from: '2020-01-01', until: '2020-02-01', limit: '5', asOf: '2021-01-01', fields: 'id', since: '2020-01-01', day: '2020-01-08', tie: 'leads', speaker: 'IRN', about: 'USA', channel: 'press', anonymous: 'no', words: 'strike', kind: 'event', within: '90', place: 'Baghdad', other: 'USA', at: '0', called: 'Iran',
  } // biome-ignore format: one line
  for (const question of ['events', 'dyad', 'statements', 'words-and-deeds', 'map', 'network', 'now', 'relations']) {
    const names = document.paths[`/api/${question}`]?.get.parameters.map((p) => p.name) ?? []
    const query = names.flatMap((name) => (values[name] ? [`${name}=${encodeURIComponent(values[name])}`] : []))
    const response = await desk.request(`/api/${question}?${query.join('&')}`)
    expect([question, response.status, response.status === 200 ? '' : await response.text()]).toEqual([
      question,
      200,
      '',
    ])
  }
})
