// What the reader knows of the world: names with dated codes, and words for actors. Who stands behind whom is not in it.
// May import codebook. The tables are in scripts/facts; scripts/make-facts.mjs makes data/ from them.
// Start reading at find-facts.ts, then code-words.ts.
export { codeWords } from './code-words.ts'
export type { Fact, FactHit } from './fact.ts'
export { bearersOf, codeOn, factById, findFacts } from './find-facts.ts'
export { genderOf, genderOfWord, titleOf } from './words.ts'
