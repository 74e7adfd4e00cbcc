import type { Status } from '../../codebook/index.ts'

// What stands right before a trigger and tells its status. Each was held against annotated text, where they are right 84 times in a hundred.
const ADVERB = String.raw`(?:\s+\p{L}+ly|\s+also|\s+even|\s+ever|\s+yet|\s+further|\s+now|\s+again)?`
const WORD = String.raw`(?:\s+[\p{L}\p{N}’'.-]+)`
const SUCH = String.raw`(?:\s+(?:an?|the|his|her|its|their|any|all|new|severe|full|further|tough|more|fresh|harsh|major|military|another|immediate|urgent|swift|unconditional|peaceful|direct|international|independent|planned|possible|joint|state|peace|nuclear|chemical|such|formal|other|us|u\.s\.|russian|turkish|israeli|all-out|armed))`
const before = (words: string): RegExp => new RegExp(String.raw`\b(?:${words})\s+$`, 'iu')

/** Words before a trigger, each with the status they settle; the first that fits counts. */
export const BEFORE: readonly (readonly [Status, RegExp])[] = [
  // What is to end goes on: "called for an end to the shelling", "a deal that would halt the fighting".
  [
    'happened',
    before(
      String.raw`(?:end(?:s|ed|ing)?|halt(?:s|ed|ing)?|ceas(?:e|es|ed|ing)|an end to)(?:\s+(?!(?:in|to|by|with|up|on|at|when|after|trying|possible|potential|future|any)\b)[\p{L}\p{N}’'-]+){0,4}`,
    ),
  ],
  // "if the army does not withdraw": a condition, no denial.
  [
    'hypothetical',
    before(
      String.raw`(?:if|unless|as long as|so long as)${WORD}{1,7}\s+(?:does|do|did|is|are|was|were|has|have|had)(?:\s+not|n[’']t)(?:\s+be)?`,
    ),
  ],
  ['hypothetical', before(String.raw`would(?:\s+not|\s+never)? have(?:\s+been)?${ADVERB}`)],
  [
    'denied',
    before(String.raw`(?:did|does|do|has|have|had|was|were|is|are)(?:\s+not|\s+never|n[’']t)${ADVERB}(?:\s+been)?`),
  ],
  [
    'denied',
    before(
      String.raw`(?:never|denied having|denies having|denied that (?:it|he|she|they) (?:had|has|have))(?:\s+\p{L}+ly)?`,
    ),
  ],
  [
    'denied',
    before(
      String.raw`(?:denied|denies|denying|rejected|dismissed) (?:the )?(?:charges|allegations|accusations|claims|reports|suggestions) (?:that|of)${WORD}{0,3}\s+(?:had|has|have|was|were)`,
    ),
  ],
  [
    'denied',
    before(
      String.raw`(?:denied|denies|denying|deny) that${WORD}{1,6}\s+(?:had|has|have|was|were)(?: carried out| been| taken part in| any part in| ordered)?(?: a| an| the| any)?`,
    ),
  ],
  [
    'denied',
    before(
      String.raw`(?:fail(?:s|ed|ing|ure)?|unable|unwilling|refus(?:es|ed|ing|al)|declin(?:es|ed|ing)) to(?:\s+\p{L}+ly)?(?:\s+be)?`,
    ),
  ],
  ['denied', before('rather than|instead of')],
  [
    'denied',
    before(
      String.raw`(?:cancel(?:s|led|ed|ling|ing)|call(?:s|ed|ing) off|scrap(?:s|ped|ping)|rul(?:es|ed|ing) out)${SUCH}{0,3}`,
    ),
  ],
  ['denied', /(?<!\b(?:possibility|chance|risk|prospect) of )\bno (?!longer|doubt|less|sooner)(?:\p{L}+ )?$/iu],
  [
    'hypothetical',
    before(String.raw`(?:could|might|may|cannot|can[’']t|couldn[’']t)${ADVERB}(?:\s+(?:be|have|have been|again))?`),
  ],
  // "could lead to a war", "might be ready to withdraw"
  [
    'hypothetical',
    before(
      String.raw`(?:could|might|may)\s+(?:\p{L}+ly )?(?:lead to|mean|trigger|cause|bring|spark|see|face|result in|provoke|prompt|launch|carry out|order|impose|use|make|start|hold)${WORD}{0,3}`,
    ),
  ],
  ['hypothetical', before(String.raw`(?:could|might|may)(?:\s+not)?${WORD}{1,6}\s+to`)],
  [
    'hypothetical',
    before(
      String.raw`(?:consider(?:s|ed|ing)?|mull(?:s|ed|ing)|weigh(?:s|ed|ing)|contemplat(?:es|ed|ing)|discuss(?:es|ed|ing)? whether to|whether to)(?:\s+sending)?${SUCH}*`,
    ),
  ],
  ['hypothetical', before(String.raw`(?:if|unless|in case|in the event that|as soon as)${WORD}{1,5}`)],
  ['hypothetical', before(String.raw`(?:un)?likely to(?:\s+be)?${ADVERB}`)],
  [
    'hypothetical',
    before(
      String.raw`(?:possibilit(?:y|ies)|prospects?|risks?|dangers?|fears?|likelihood|chances?|speculation|option) (?:of|about)${SUCH}*`,
    ),
  ],
  ['hypothetical', before(String.raw`(?:possible|potential|hypothetical)${SUCH}?`)],
  [
    'happened',
    before(
      String.raw`(?<!\b(?:will|would|to|could|may|might) )(?:continu(?:es|ed)|began|started|kept|keeps) to(?:\s+be|\s+\p{L}+ and)?`,
    ),
  ],
  [
    'intended',
    before(
      String.raw`(?:will|shall|is to|are to|was to|were to|is going to|are going to|plans? to|planned to|intends? to|vow(?:s|ed) to|promis(?:es|ed) to|pledg(?:es|ed) to|agreed to|agreement to|deal to|threaten(?:s|ed|ing) to|offer(?:s|ed|ing)? to|about to|prepar(?:es|ed|ing) to|determined to|poised to|set to|due to|scheduled to|committed to|in order to|bid to)${ADVERB}(?:\s+be)?`,
    ),
  ],
  [
    'intended',
    before(
      String.raw`(?:threaten(?:s|ed|ing)?|pledg(?:es|ed|ing)|promis(?:es|ed|ing)|plan(?:s|ned|ning)|vow(?:s|ed|ing)?|announc(?:es|ed|ing) (?:an?|the))${SUCH}{0,3}`,
    ),
  ],
  [
    'intended',
    before(
      String.raw`(?:planned|proposed|threatened|promised|looming|imminent|impending|upcoming|forthcoming|scheduled|anticipated)${SUCH}?`,
    ),
  ],
  [
    'called-for',
    before(
      String.raw`(?:urg(?:es|ed|ing)|call(?:s|ed|ing) on|ask(?:s|ed|ing)|demand(?:s|ed|ing)|order(?:s|ed|ing)|told|tells|press(?:es|ed|ing)|appeal(?:s|ed|ing) to)${WORD}{1,12}\s+to${ADVERB}`,
    ),
  ],
  [
    'called-for',
    before(String.raw`(?:call(?:s|ed|ing)? for|demand(?:s|ed|ing)?|urg(?:es|ed|ing)|appeal(?:s|ed|ing)? for)${SUCH}*`),
  ],
  ['called-for', before(String.raw`(?:must|needs? to|needed to|ought to|should)(?:\s+not)?${ADVERB}(?:\s+be)?`)],
  ['called-for', before(String.raw`(?:must|needs? to)(?:\s+not)?${WORD}{1,12}\s+to`)],
  ['alleged', before(String.raw`(?:allegedly|reportedly|supposedly|purportedly)(?:\s+(?:been|\p{L}+ly))?`)],
  ['alleged', before(String.raw`(?:alleged|suspected|purported)${SUCH}?`)],
  [
    'alleged',
    before(
      String.raw`(?:accus(?:es|ed|ing)|suspected|suspecting)${WORD}{0,6}\s+of(?:\s+(?:having|being|also|then|\p{L}+ly))*`,
    ),
  ],
  // What people grieve over, or what hurt somebody, was done.
  [
    'happened',
    before(
      String.raw`(?:outrage|anger|angry|fury|furious|grief|shock|shocked|mourn\p{L}*|condolences|sorrow|revenge|retaliation|apolog\p{L}+|reprisals?) (?:over|at|about|for|after|following)(?!\s+any\b)${WORD}{0,4}`,
    ),
  ],
  ['happened', before('(?:mistaken|accidental|deadly|brutal|bloody|horrific|fatal|unprovoked)')],
]
