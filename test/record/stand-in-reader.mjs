// A reader for tests of adding: it takes every "Ala attacked Bor in Ilo on 2020-01-03" for an event and every "Ala said that …"
// for a statement, in a few milliseconds, so that what is tested is the road of an article into the record.
const DEEDS = { attacked: ['ASSAULT', 4, -9], threatened: ['THREATEN', 3, -4], met: ['CONSULT', 1, 1] }

export async function openReader() {
  return {
    version: 'stand-in/1.0.0',
    async read(article) {
      await new Promise((resolve) => setTimeout(resolve, 3))
      const { text, skipped, kind: _kind, replyTo: _replyTo, ...about } = article
      return { reading: 1, reader: 'stand-in/1.0.0', article: { ...about, text }, skipped, ...findings(text) }
    },
    async close() {},
  }
}

function findings(text) {
  const [mentions, entities, places, times] = [[], new Map(), [], []]
  const party = (name, start) => {
    const id = `m${mentions.length + 1}`
    const span = { start, end: start + name.length, text: name }
    mentions.push({ id, ...span, entity: `e-${name}`, kind: 'organisation', form: 'name' })
    const known = entities.get(name)?.mentions ?? []
    const actor = { country: null, sectors: ['REB'] }
    entities.set(name, { id: `e-${name}`, name, kind: 'organisation', actor, named: true, mentions: [...known, id] })
    return { mention: id, entity: `e-${name}` }
  }
  const events = [...text.matchAll(/(\w+) (attacked|threatened|met) (\w+) in (\w+) on ([\d-]{10})/g)].map(
    (found, i) => {
      const [, actor, deed, recipient, place, day] = found
      const at = (word, from = found.index) => {
        const start = text.indexOf(word, from)
        return { start, end: start + word.length, text: word }
      }
      const trigger = at(deed)
      const next = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
      const actors = [party(actor, found.index)]
      const recipients = [party(recipient, trigger.end + 1)]
      const mention = party(place, at(place, trigger.end).start).mention
      places.push({
        id: `p${i}`,
        mention,
        name: place,
        country: null,
        lat: null,
        lon: null,
        precision: 'city',
        geonames: null,
      })
      times.push({ id: `t${i}`, ...at(day, trigger.end), from: day, until: next, precision: 'day' })
      const [type, quadClass, intensity] = DEEDS[deed]
      return {
      id: `v${i}`, type, mode: null, contexts: [], cameo: '', quadClass, intensity, trigger, actors, recipients, place: `p${i}`, time: `t${i}`,
      status: 'happened', casualties: null, saidBy: [], confidence: 0.9,
    } // biome-ignore format: one line a group
    },
  )
  const attributions = [...text.matchAll(/(\w+) (said) that ([^.]+)/g)].map((found, i) => {
    const speaker = party(found[1], found.index).entity
    const start = found.index + found[0].length - found[3].length
    const cue = { start: found.index + found[1].length + 1, end: found.index + found[1].length + 5, text: 'said' }
    return {
      id: `a${i}`, source: { start: found.index, end: found.index + found[1].length, text: found[1] }, cue, content: [{ start, end: start + found[3].length, text: found[3] }],
      type: 'indirect', speaker, anonymous: { is: false, number: null, affiliation: null, reason: null },
      channel: { kind: 'unknown', text: null, through: null }, within: null, confidence: 0.9,
    } // biome-ignore format: one line a group
  })
  const sentences = [...text.matchAll(/[^.\n]+\.?/g)].map((m) => ({ start: m.index, end: m.index + m[0].length }))
  return { sentences, mentions, entities: [...entities.values()], attributions, events, relations: [], times, places }
}
