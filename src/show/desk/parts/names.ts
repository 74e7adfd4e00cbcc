const WITH_ARTICLE =
  /^(?:United (?:States|Kingdom|Nations|Arab Emirates)|European Union|Netherlands|Philippines|Bahamas|Maldives|Gambia|Czech Republic|Dominican Republic|Central African Republic|Solomon Islands|Marshall Islands|Vatican)\b/

/** A name as it stands inside a sentence: "Iran", but "the United States". */
export function calledThe(name: string): string {
  return WITH_ARTICLE.test(name) ? `the ${name}` : name
}
