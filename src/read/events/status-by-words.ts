import type { Range, Status } from '../../codebook/index.ts'

// What stands right before a trigger and settles its status whatever the model leans to; first match counts.
const ADVERB = String.raw`(?:\s+\p{L}+ly|\s+also|\s+even|\s+ever|\s+yet|\s+further|\s+now)?`
const BEFORE: readonly (readonly [Status, RegExp])[] = [
  [
    'denied',
    new RegExp(
      String.raw`\b(?:did|does|do|has|have|had|was|were|is|are)(?:\s+not|\s+never|n[’']t)${ADVERB}(?:\s+been)?\s+$`,
      'iu',
    ),
  ],
  [
    'denied',
    /\b(?:never|denied having|denies having|denied that (?:it|he|she|they) (?:had|has|have))\s+(?:\p{L}+ly\s+)?$/iu,
  ],
  [
    'denied',
    /\b(?:denied|denies|denying|rejected|dismissed) (?:the )?(?:charges|allegations|accusations|claims|reports|suggestions) (?:that|of) (?:[\p{L}’']+\s+){1,4}(?:had|has|have|was|were)?\s*$/iu,
  ],
  [
    'denied',
    /\b(?:denied|denies|denying|deny) that (?:[\p{L}\p{N}’'.-]+\s+){1,6}(?:had|has|have|was|were) (?:carried out |been |taken part in |any part in |ordered )?(?:a |an |the |any )?$/iu,
  ],
  [
    'hypothetical',
    new RegExp(
      String.raw`\b(?:could|might|may|cannot|can[’']t|couldn[’']t)${ADVERB}(?:\s+(?:be|have|have been|again))?\s+$`,
      'iu',
    ),
  ],
  [
    'hypothetical',
    /\b(?:consider(?:s|ed|ing)?|mull(?:s|ed|ing)|weigh(?:s|ed|ing)|contemplat(?:es|ed|ing)|discuss(?:es|ed|ing)? (?:whether|how) to|whether to|how to)(?:\s+(?:a|an|the|possible|sending|further|new|more))*\s+$/iu,
  ],
  ['hypothetical', /\b(?:if|unless|in case|in the event that|as soon as) (?:[\p{L}\p{N}’'-]+\s+){1,5}$/iu],
  [
    'intended',
    new RegExp(
      String.raw`\b(?:will|shall|is to|are to|was to|were to|is going to|are going to|plans? to|planned to|intends? to|vow(?:s|ed) to|promis(?:es|ed) to|pledg(?:es|ed) to|agreed to|threaten(?:s|ed) to|about to|prepar(?:es|ed|ing) to)${ADVERB}(?:\s+be)?\s+$`,
      'iu',
    ),
  ],
  [
    'intended',
    /\b(?:threaten(?:s|ed|ing)?|pledg(?:es|ed|ing)|promis(?:es|ed|ing)|plan(?:s|ned|ning)|announc(?:es|ed|ing) (?:a|an|the))\s+(?:(?:a|an|the|new|severe|full|further|tough|more|fresh|harsh|major|military)\s+){0,3}$/iu,
  ],
  [
    'called-for',
    new RegExp(
      String.raw`\b(?:urg(?:es|ed|ing)|call(?:s|ed|ing) on|ask(?:s|ed|ing)|demand(?:s|ed|ing)|order(?:s|ed|ing)|told|tells|press(?:es|ed|ing)|appeal(?:s|ed|ing) to)\s+(?:[\p{L}’'.-]+\s+){1,5}(?:to|not to)${ADVERB}\s+$`,
      'iu',
    ),
  ],
  [
    'called-for',
    /\b(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|urg(?:es|ed|ing)|appeal(?:s|ed|ing)? for)\s+(?:(?:a|an|the|an end to|immediate|urgent|full|new|more|swift)\s+){0,3}$/iu,
  ],
]

// Nobody plans these when he announces them: "announced the deaths of six men".
const DONE = /^(?:deaths?|killings?|arrests?|attacks?|casualties|losses)$/i

/** The status that the words right before a trigger settle, or null: then the model's judgement stands. "did not attack" → denied. */
export function statusByWords(text: string, sentence: Range, trigger: Range): Status | null {
  const before = text.slice(Math.max(sentence.start, trigger.start - 90), trigger.start)
  const after = text.slice(trigger.start, trigger.end)
  for (const [status, pattern] of BEFORE)
    if (pattern.test(before) && !(status === 'intended' && DONE.test(after))) return status
  return null
}
