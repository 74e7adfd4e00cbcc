const WITH_ARTICLE =
  /^(?:United (?:States|Kingdom|Nations|Arab Emirates)|European Union|Netherlands|Philippines|Bahamas|Maldives|Gambia|Czech Republic|Dominican Republic|Central African Republic|Solomon Islands|Marshall Islands|Vatican)\b/

/** A name as it stands inside a sentence: "Iran", but "the United States". */
export function calledThe(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name
}

/** How to speak of an actor that was named once: people are "they", a state or a body is "it". */
export function pronounOf(kind: string): {
  readonly it: string
  readonly its: string
  readonly them: string
  readonly is: string
} {
  return ['person', 'group', 'population'].includes(kind)
    ? { it: 'they', its: 'their', them: 'them', is: 'are' }
    : { it: 'it', its: 'its', them: 'it', is: 'is' }
}
