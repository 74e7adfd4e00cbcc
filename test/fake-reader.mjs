// A reader for tests of what lies round the reader. It finds every "said" and obeys words in the text:
// "CRASH NOW" ends its thread, "FAIL NOW" throws, "SLEEP NOW" takes 300 ms, "HANG NOW" never answers.
export async function openReader() {
  return {
    version: 'fake/1',
    async read(article) {
      const { text, skipped, kind: _kind, replyTo: _replyTo, ...about } = article
      if (text.includes('CRASH NOW')) process.exit(7)
      if (text.includes('FAIL NOW')) throw new Error('the model said no')
      if (text.includes('SLEEP NOW')) await new Promise((resolve) => setTimeout(resolve, 300))
      if (text.includes('HANG NOW')) await new Promise(() => setInterval(() => {}, 1000))
      const attributions = [...text.matchAll(/\bsaid\b/g)].map(({ index }, i) => ({
        id: `a${i + 1}`,
        source: null,
        cue: { start: index, end: index + 4, text: 'said' },
        content: [{ start: 0, end: index, text: text.slice(0, index) }],
        type: 'indirect',
        speaker: null,
        anonymous: { is: false, number: null, affiliation: null, reason: null },
        channel: { kind: 'unknown', text: null, through: null },
        within: null,
        confidence: 0.5,
      }))
      return {
        reading: 1,
        reader: 'fake/1',
        article: { ...about, text },
        sentences: [{ start: 0, end: text.length }],
        entities: [],
        mentions: [],
        attributions,
        events: [],
        relations: [],
        times: [],
        places: [],
        skipped,
      }
    },
    async explain(article, at) {
      const span = { start: at, end: at + 1, text: article.text.slice(at, at + 1) }
      return {
        at,
        sentence: null,
        findings: [
          { what: 'letter', id: 'l1', span, part: 'fake', confidence: 0.5, considered: ['another letter, 0.4'] },
        ],
      }
    },
    async close() {},
  }
}
