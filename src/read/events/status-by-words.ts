import type { Range, Status } from '../../codebook/index.ts'
import { BEFORE } from './status-words.ts'

// Nobody plans these when he announces them: "announced the deaths of six men".
const DONE = /^(?:deaths?|killings?|arrests?|attacks?|casualties|losses)$/i

/** The status that the words right before a trigger settle, or null: then the model's judgement stands. "did not attack" → denied. */
export function statusByWords(text: string, sentence: Range, trigger: Range): Status | null {
  const words = text.slice(Math.max(sentence.start, trigger.start - REACH), trigger.start)
  const after = text.slice(trigger.start, trigger.end)
  for (const [status, pattern] of BEFORE)
    if (pattern.test(words) && !(status === 'intended' && DONE.test(after))) return status
  return null
}

const REACH = 110
