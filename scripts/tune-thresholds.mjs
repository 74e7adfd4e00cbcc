// Tunes the thresholds in models/<name>/card.json on the dev parts of the corpus, one after the other, by the corpus's own scorer.
// node scripts/tune-thresholds.mjs FOLDER [MODEL_FOLDER [GROUP]]   FOLDER holds corpus/ and tools/score.py; needs npm run build and python3
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openNetwork } from '../dist/read/model/network.js'
import { readArticle } from '../dist/read/read-article.js'

const [shared, model = 'models/fast', only] = process.argv.slice(2)
if (!shared) {
  console.error('node scripts/tune-thresholds.mjs FOLDER [MODEL_FOLDER [GROUP]]')
  process.exit(2)
}
const scorer = join(shared, 'tools/score.py')
const file = (name) => readFileSync(join(model, name))
const card = JSON.parse(file('card.json'))
const network = await openNetwork(
  { card, heads: JSON.parse(file('heads.json')), vocabulary: String(file('vocab.txt')), onnx: file('model.onnx') },
  1,
)

// The network's scores do not hang on thresholds: each text is scored once.
const known = new Map()
const remembering = {
  ...network,
  score: async (text, sentences) => {
    if (!known.has(text)) known.set(text, await network.score(text, sentences))
    return known.get(text)
  },
}
const folder = mkdtempSync(join(tmpdir(), 'rubicon-'))
const articles = Object.fromEntries(
  ['attribution', 'events', 'whole'].map((kind) => [
    kind,
    String(execFileSync('python3', [scorer, 'make', kind], { maxBuffer: 1e9 }))
      .split('\n')
      .filter(Boolean)
      .map((l) => JSON.parse(l)),
  ]),
)

async function scores(kind, thresholds) {
  network.card.thresholds = thresholds
  const lines = []
  for (const { id, text, published = null } of articles[kind]) {
    const article = {
      id,
      text,
      title: null,
      outlet: null,
      author: null,
      url: null,
      published,
      publishedBy: published ? 'given' : 'unknown',
      language: 'en',
      kind: 'article',
      replyTo: null,
      skipped: [],
    }
    lines.push(JSON.stringify((await readArticle(article, remembering, 'tuning')).reading))
  }
  const path = join(folder, `${kind}.jsonl`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  const found = {}
  for (const line of String(execFileSync('python3', [scorer, kind, path])).split('\n')) {
    const value = /F1\s+([\d.]+)/.exec(line)?.[1] ?? /\s([\d.]+) %/.exec(line)?.[1]
    if (value) found[line.slice(0, 18).trim()] = Number(value)
  }
  return found
}

const TYPES = card.tags.filter((t) => t.end === 'trigger').map((t) => t.name)
const GRID = [0.2, 0.25, 0.3, 0.35, 0.45, 0.5]
const LOGITS = [-1.2, -0.8, -0.4, 0, 0.4]
/** What each group of thresholds is judged by: weights over the scores of one or two dev parts. */
const GROUPS = [
  {
    keys: [
      [['content'], GRID],
      [['cue'], GRID],
      [['source'], GRID],
      [['inner'], [0.4, 0.5, 0.6, 0.7, 0.8]],
    ],
    goal: { attribution: { source: 1, cue: 1, content: 1 }, whole: { 'who said what': 2 } },
  },
  {
    keys: [
      [TYPES, GRID],
      [['party'], GRID],
      [['->actor'], LOGITS],
      [['->recipient'], LOGITS],
      [['place'], GRID],
      [['->place'], LOGITS],
      [['time'], GRID],
      [['->time'], LOGITS],
    ],
    goal: {
      events: { 'trigger + type': 1.5, actor: 1, recipient: 1, place: 0.5, time: 0.5, relation: 0.5 },
      whole: { 'who did what': 2, country: 0.15, date: 0.15 },
    },
  },
]

async function judge(goal, thresholds) {
  let sum = 0
  const seen = []
  for (const [kind, weights] of Object.entries(goal)) {
    const found = await scores(kind, thresholds)
    for (const [name, weight] of Object.entries(weights)) sum += weight * (found[name] ?? 0)
    seen.push(
      Object.keys(weights)
        .map((n) => `${n} ${found[n]}`)
        .join(', '),
    )
  }
  return { sum, seen: seen.join(' | ') }
}

let best = { default: 0.4, ...card.thresholds }
for (const [group, { keys, goal }] of GROUPS.entries()) {
  if (only !== undefined && group !== Number(only)) continue
  let top = await judge(goal, best)
  console.log('start', top.sum.toFixed(2), top.seen)
  for (const [names, values] of keys)
    for (const value of values) {
      const tried = { ...best, ...Object.fromEntries(names.map((n) => [n, value])) }
      const got = await judge(goal, tried)
      if (got.sum > top.sum + 0.05) {
        top = got
        best = tried
        console.log(names.length > 1 ? 'triggers' : names[0], value, got.sum.toFixed(2), got.seen)
      }
    }
}
writeFileSync(join(model, 'card.json'), `${JSON.stringify({ ...card, thresholds: best }, null, 1)}\n`)
console.log(JSON.stringify(best))
