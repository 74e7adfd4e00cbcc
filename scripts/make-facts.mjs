// Makes src/read/facts/data/facts.json and words.json from the tables in scripts/facts and the package world-countries.
//   node scripts/make-facts.mjs [FOLDER]
// FOLDER holds the Phoenix actor dictionaries (Open Event Data Alliance, MIT licence); it makes officials.json; without it that file
// stays as it is.
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const here = import.meta.dirname
const out = join(here, '../src/read/facts/data')
const countries = createRequire(import.meta.url)('world-countries')
const rows = (file) =>
  readFileSync(join(here, 'facts', file), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
const list = (cell) =>
  (cell ?? '')
    .split(';')
    .map((x) => x.trim())
    .filter(Boolean)

// A fact: [id, kind, codes, names, female?]; a code: [country, sectors, from, until]; a name: text, or [text, form].
const facts = []
const taken = new Set()
const iso = (country) => (country.cca3 === 'UNK' ? 'XKX' : country.cca3)
const overrides = new Map(rows('states.txt').map((line) => [line.split('|')[0].trim(), line.split('|')]))
const treatedAsStates = new Set(['TWN', 'PSE', 'UNK', 'ESH', 'HKG'])
const pluralOf = (demonym) => (/(ese|ish|ch|ss|men|s)$/.test(demonym) ? null : `${demonym}s`)
const isPlural = (demonym, all) =>
  /men$/.test(demonym) ||
  (/s$/.test(demonym) && all.includes(demonym.slice(0, -1))) ||
  [
    'Danes',
    'Poles',
    'Turks',
    'Swedes',
    'Finns',
    'Spaniards',
    'Britons',
    'Brits',
    'Croats',
    'Serbs',
    'Saudis',
    'Filipinos',
    'Slovaks',
    'Batswana',
    'Basotho',
  ].includes(demonym)

const ordered = [...countries].sort(
  (a, b) =>
    Number(overrides.has(b.cca3)) - Number(overrides.has(a.cca3)) || Number(b.independent) - Number(a.independent),
)
for (const country of ordered) {
  if (['UMI', 'BVT', 'HMD', 'IOT', 'ATF', 'SGS', 'CCK', 'CXR', 'NFK', 'BES', 'MNP'].includes(country.cca3)) continue
  const own = overrides.get(country.cca3)
  const sovereign = country.independent || treatedAsStates.has(country.cca3)
  const fresh = (names) => names.filter((n) => n && !taken.has(n) && taken.add(n))
  const common = country.cca3 === 'TUR' ? ['Turkey'] : [country.name.common, country.name.official]
  const names = fresh([...common, ...list(own?.[1])])
  const auto = sovereign && !own?.[2]?.trim() ? (country.demonyms?.eng?.m ?? '').split(',').map((x) => x.trim()) : []
  const stated = [...auto, ...list(own?.[2])].filter(Boolean)
  const demonyms = fresh([...new Set(stated)].filter((d) => !names.includes(d) || d === 'US' || d === 'U.S.'))
  const plurals = demonyms.filter((d) => isPlural(d, stated))
  for (const d of demonyms) {
    const plural = pluralOf(d)
    if (auto.includes(d) && plural && !taken.has(plural)) plurals.push(plural) && taken.add(plural)
  }
  const singles = demonyms.filter((d) => !plurals.includes(d))
  const capitals = own ? fresh([...(country.cca3 === 'USA' ? [] : (country.capital ?? [])), ...list(own[3])]) : []
  facts.push([
    `state:${iso(country)}`,
    sovereign ? 'state' : 'place',
    [[iso(country), 'GOV']],
    [...names, ...singles.map((d) => [d, 'demonym']), ...capitals.map((c) => [c, 'capital'])],
  ])
  if (plurals.length > 0)
    facts.push([`people:${iso(country)}`, 'population', [[iso(country), 'CVL']], plurals.map((d) => [d, 'demonym'])])
}
// Brussels speaks for the Union before it speaks for Belgium.
facts.find((f) => f[0] === 'state:BEL')[3] = facts
  .find((f) => f[0] === 'state:BEL')[3]
  .filter((n) => n[0] !== 'Brussels')
for (const line of rows('bodies.txt')) {
  const [id, kind, country, sectors, names, more] = line.split('|').map((x) => x.trim())
  const dated = Object.fromEntries(
    list(more)
      .filter((x) => x.includes('='))
      .map((x) => x.split('=')),
  )
  const codes = [[country || null, sectors, ...(dated.until ? [null, dated.until] : [])]]
  if (dated.then) codes.push([country || null, dated.then, dated.until, null])
  // A named armed group is an organisation; 'group' is kept for people without a common name.
  const sort = kind === 'group' && /REB|PRM|CRM/.test(sectors) ? 'organisation' : kind
  const form = more === 'm' ? 'metonym' : null
  const forms = list(names).map((n) => {
    taken.add(n)
    if (more === 'p') return [n, 'demonym']
    return form ? [n, form] : n
  })
  for (const adjective of {
    'republican-party': ['Republican'],
    'democratic-party-us': ['Democratic', 'Democrat'],
    'conservative-party': ['Conservative', 'Tory'],
    'labour-party': ['Labour'],
  }[id] ?? [])
    forms.push([adjective, 'demonym'])
  if (id === 'eu') forms.push(['Brussels', 'capital'])
  facts.push([`${kind === 'population' ? 'people' : kind === 'group' ? 'group' : 'org'}:${id}`, sort, codes, forms])
}

const slug = (name) =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
const fold = (name) => slug(name)
const known = new Set()
for (const line of rows('persons.txt')) {
  const [names, country, when, female] = line.split('|').map((x) => x.trim())
  const codes = (when || '')
    .split(',')
    .filter(Boolean)
    .map((one) => {
      const [, sectors, from, until] = /^(.*?)(?:\s+(\d[\d-]*)?\.\.(\d[\d-]*)?)?(?:\s+\d{4})?$/.exec(one.trim())
      const body = /^(IGO|NGO):(.*)$/.exec(sectors)
      return [
        body ? body[1] : country,
        body ? body[2] : sectors,
        ...(from || until ? [from ?? null, until ?? null] : []),
      ]
    })
  const all = list(names)
  for (const n of all) known.add(fold(n))
  facts.push([`person:${slug(all[0])}`, 'person', codes, all, ...(female === 'f' ? [1] : [])])
}

const file = join(out, 'facts.json')
const folder = process.argv[2]
writeFileSync(file, `[\n${facts.map((f) => JSON.stringify(lineOf(f))).join(',\n')}\n]\n`)
let officials = 0
if (folder) {
  // By the first word of their names, so that a reader indexes only the few it meets.
  const byFirst = {}
  for (const person of phoenixPeople(folder)) {
    officials += 1
    for (const first of new Set(person[3].map((n) => fold(n).split('-')[0])))
      byFirst[first] = [...(byFirst[first] ?? []), lineOf(person)]
  }
  const rows = Object.keys(byFirst)
    .sort()
    .map((first) => `${JSON.stringify(first)}: ${JSON.stringify(byFirst[first])}`)
  writeFileSync(join(out, 'officials.json'), `{\n${rows.join(',\n')}\n}\n`)
}

/** One line a fact: id|kind|country sectors from..until, more|name, more (with *form)|f. */
function lineOf([id, kind, codes, names, female]) {
  const code = ([country, sectors, from, until]) =>
    `${country ?? '-'} ${sectors}${from || until ? ` ${from ?? ''}..${until ?? ''}` : ''}`
  const name = (n) => (typeof n === 'string' ? n : `${n[0]}*${n[1]}`)
  return [id, kind, codes.map(code).join(';'), names.map(name).join(';'), ...(female ? ['f'] : [])].join('|')
}

/** People of the Phoenix dictionaries who held an office in 2008 or later. */
function phoenixPeople(from) {
  const people = []
  const text = readFileSync(join(from, 'Phoenix.Countries.actors.txt'), 'latin1')
  const isos = new Set(countries.map((c) => c.cca3))
  let block = null
  const close = () => {
    if (!block) return
    const names = block.names.map(readable).filter((n) => /^[\p{L}.'-]+( [\p{L}.'-]+){1,5}$/u.test(n))
    const codes = block.codes.filter(Boolean)
    const late = codes.some((c) => c[1] !== 'ELI' && (c[2] || c[3]) && (c[3] ?? '9999') >= '2011' && (c[2] ?? '') < '9')
    const first = names[0]
    if (
      block.person &&
      first &&
      late &&
      !names.some((n) => known.has(fold(n))) &&
      !/\b(of|the|and|for|party|ministry|army)\b/i.test(first)
    ) {
      for (const n of names) known.add(fold(n))
      people.push([
        `person:px-${slug(first)}`,
        'person',
        merged(codes.filter((c) => c[2] || c[3])),
        [...new Set(names)],
      ])
    }
    block = null
  }
  for (const line of text.split(/\r?\n/)) {
    if (/^[A-Z]/.test(line)) {
      close()
      block = { names: [line.split(/[;[#]/)[0]], codes: [], person: /CountryInfo\.txt/.test(line) }
    } else if (block && line.startsWith('+')) block.names.push(line.slice(1).split(/[;[#]/)[0])
    else if (block && /^\s*\[/.test(line)) {
      const m = /\[([A-Z]{3})([A-Z]*)\s*([<>]?)\s*(\d{6,8})?(?:-(\d{6,8}))?/.exec(line)
      if (m && isos.has(m[1])) {
        const sector =
          { MED: 'JRN', HLH: 'MED', HRI: 'SOC', NGO: 'SOC', DEV: 'GOV' }[m[2].slice(0, 3)] ?? m[2].slice(0, 3)
        if (sector)
          block.codes.push([m[1], sector, m[3] === '<' ? null : day(m[4]), m[3] === '<' ? day(m[4]) : day(m[5])])
      }
    }
  }
  close()
  return people
}

/** One stretch for each sector; an open end is only known up to the dictionary's own date. */
function merged(codes) {
  const by = new Map()
  for (const [country, sector, from, until] of codes) {
    const key = `${country} ${sector}`
    const old = by.get(key)
    const end = until ?? '2016-01-01'
    if (!old) by.set(key, [country, sector, from, end])
    else by.set(key, [country, sector, old[2] && from && from > old[2] ? old[2] : from, end > old[3] ? end : old[3]])
  }
  return [...by.values()].filter((c) => c[3] >= '2009').sort((a, b) => ((a[2] ?? '') < (b[2] ?? '') ? -1 : 1))
}

function day(digits) {
  if (!digits) return null
  const full = digits.length === 8 ? digits : `${Number(digits.slice(0, 2)) > 30 ? '19' : '20'}${digits}`
  const [y, m, d] = [full.slice(0, 4), full.slice(4, 6), full.slice(6, 8)]
  return `${y}-${m === '00' ? '01' : m}-${d === '00' ? '01' : d}`
}

/** BASHAR_AL_ASSAD_ as a person writes it. */
function readable(name) {
  return name
    .trim()
    .replace(/_/g, ' ')
    .trim()
    .toLowerCase()
    .split(' ')
    .map((word) =>
      /^(al|el|bin|ibn|de|da|dos|van|von|der|la|al-)$/.test(word)
        ? word
        : word.replace(/(^|-|')(\p{L})/gu, (_, a, b) => a + b.toUpperCase()),
    )
    .join(' ')
    .replace(/\b(Al|El)-/g, (_, a) => `${a.toLowerCase()}-`)
}

// --- words
const words = { nouns: {}, before: {}, titles: {}, he: [], she: [], former: [], names: {} }
const irregular = { man: 'men', woman: 'women', child: 'children', wife: 'wives', thief: 'thieves', people: 'people' }
const plural = (noun) => {
  const [, head, last] = /^(.* )?(\S+)$/.exec(noun)
  const m = /^(.*?)(man|woman|child|wife|thief)$/.exec(last)
  if (m) return `${head ?? ''}${m[1]}${irregular[m[2]]}`
  if (/^(.*)_of_/.test(noun)) return noun
  if (/(s|x|ch|sh)$/.test(last)) return `${noun}es`
  if (/[^aeiou]y$/.test(last)) return `${noun.slice(0, -1)}ies`
  return `${noun}s`
}
const headPlural = (noun) => {
  const of = /^(\S+)( (?:of|in|for) .*|-in-chief|-general| general)$/.exec(noun)
  return of ? plural(of[1]) + of[2] : plural(noun)
}
for (const line of rows('words.txt')) {
  const [head, body] = line.split(/:(.*)/s)
  const items = body
    .trim()
    .split(/\s+/)
    .map((w) => w.replaceAll('_', ' '))
  const [first, second, third] = head.split(' ')
  if (first === 'before') for (const w of items) words.before[w.replaceAll('-', ' ')] ??= second
  else if (first === 'title')
    for (const w of items) words.titles[w.replaceAll('.', '').toLowerCase()] = `${second} ${third ?? ''}`.trim()
  else if (first === 'he' || first === 'she' || first === 'former') words[first] = items
  else
    for (const w of items) {
      const key = w.toLowerCase()
      words.nouns[key] ??= `${first} ${second} 1`
      if (second === 'agent' || second === 'people') words.nouns[headPlural(key)] ??= `${first} ${second} 2`
      else if (!key.endsWith('s')) words.nouns[plural(key)] ??= `${first} ${second} 2`
    }
}
for (const line of rows('names.txt')) {
  const [sex, body] = line.split(': ')
  words.names[sex] = [
    ...new Set(
      body
        .trim()
        .split(/\s+/)
        .map((n) => n.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()),
    ),
  ].join(' ')
}
writeFileSync(join(out, 'words.json'), `${JSON.stringify(words, null, 1)}\n`)
console.error(
  `${facts.length} facts and ${officials} officials, ${facts.reduce((n, f) => n + f[3].length, 0)} names, ${Object.keys(words.nouns).length} nouns`,
)
