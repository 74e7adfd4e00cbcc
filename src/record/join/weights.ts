/**
 * The weights of the rule that joins reports; see docs/decisions/042-joining-reports.md for how they were found.
 * `join`, `joinWithin` and `merge` are the thresholds of a group and an event, two groups of an article, two events.
 */
export const WEIGHTS = {
  join: 3.7,
  joinWithin: 2.9,
  merge: 6.6,
  /** More for each article past the first that both events have, up to five. */
  mergeOfMany: 0.4,
  verbal: -1.25,
  sameType: 0.5,
  kinType: -1.9,
  sameStem: 0.8,
  commonStem: 1,
  kinStem: 1.45,
  otherStem: -0.6,
  unknownStem: -2.15,
  actors: 2.25,
  recipients: 3.35,
  /** Shares of a party's points: two of one country, two persons of one country, two persons, two names. */
  /** The same state: a state takes part in much. */
  sameState: 0.7,
  sameSide: 0.3,
  compatriots: -0.35,
  otherPerson: -1.65,
  /** One named, the other described. */
  otherDescribed: 0,
  otherNamed: -0.4,
  sameDay: 3.2,
  nearDay: 0.7,
  withinDays: 0.45,
  /** For each share of the days of one that cannot be those of the other. */
  otherDays: -4,
  published: 0.4,
  farPublished: -0.5,
  sameWeekday: 0.4,
  otherWeekday: -1.6,
  samePlace: 2.1,
  /** The same country or region: much happens in one. */
  sameWide: 0.6,
  sameCountry: 0.6,
  /** Two names of places that nothing says how far apart they are. */
  otherPlace: -4,
  farPlace: -8.8,
  otherCountry: -3.3,
  sameDead: 4,
  counts: 1.85,
  /** "23 pirates" in both; "23 pirates" and "26 pirates". */
  sameQuantity: 0.8,
  otherQuantity: -3,
  /** Other numbers of whatever: in two articles, in one. */
  otherNumbers: -3.3,
  otherNumbersHere: -1.3,
  /** Sentences that name other persons, whatever their part: of deeds, of words. */
  otherPeople: -3.6,
  otherPeopleOfWords: -2.4,
  /** Sentences that name the same person, whatever his part. */
  samePeople: 0.7,
  samePeopleOfWords: 0.5,
  /** What two articles both open with, by how alike their names are. */
  opening: 0.4,
  words: 5.05,
  context: 3.05,
  otherFocus: -3,
  halfFocus: -2,
  /** The share of `otherFocus` that counts where both are dated. */
  datedFocus: 0.2,
  /** For what has neither day, place, party nor wording in common: in two articles, in one. */
  ungrounded: -1.4,
  ungroundedHere: -0.2,
  /** For what the next sentence tells, what a far one tells, what is brought up as new. */
  nextSentence: 0.2,
  farSentence: -0.3,
  /** For the death of a named person and, elsewhere in the text, victims who have no name. */
  otherVictims: -2,
  fresh: -0.85,
  /** What a pair of an article's reports counts for that cannot be of one event. */
  ruledOut: -5,
  strangers: -2.7,
  undated: -2.1,
  undatedContext: 2.5,
  sameSentence: 0.05,
  otherReality: -0.7,
  otherRealityOfDeeds: -4.45,
  sameArticle: 2.75,
  againArticle: 1.9,
}
