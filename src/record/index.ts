// The memory that joins the readings of many articles: schema, migrations, the one writer, one function a question.
// May import base and codebook.
// Start reading at recorder.ts, then join/score.ts; ask/ answers the questions, correct/ takes people's judgements.
export { articlesToReread, countArticles, countToReread, knownArticle } from './articles-again.ts'
export { type ActorAnswer, type ActorQuery, getActor } from './ask/actor.ts'
export { findActor, type Named } from './ask/actors.ts'
export { type ArticleAnswer, type ArticleQuery, getArticle } from './ask/article.ts'
export type { ArticleFinding, ArticleJudgement } from './ask/article-findings.ts'
export { type Change, type ChangesQuery, listChanges } from './ask/changes.ts'
export type { Page, Paging } from './ask/common.ts'
export { countDays, type DayCount, type DaysAnswer, type DaysQuery } from './ask/count-days.ts'
export { countDyads, type DyadCount, type DyadsAnswer, type DyadsQuery } from './ask/count-dyads.ts'
export { countPlaces, type PlaceCount, type PlacesAnswer, type PlacesQuery } from './ask/count-places.ts'
export {
  type Denial,
  type DisputeSummary,
  type DisputesAnswer,
  type DisputesQuery,
  listDisputes,
} from './ask/disputes.ts'
export { type DyadAnswer, type DyadQuery, type Exchange, listDyad } from './ask/dyad.ts'
export { type EventAnswer, type EventQuery, getEvent, type ReportSummary } from './ask/event.ts'
export type { EventFilter } from './ask/event-filter.ts'
export { type EventsQuery, listEvents } from './ask/events.ts'
export { type LeadingDay, leadingEvents } from './ask/leading.ts'
export { listNetwork, type NetworkAnswer, type NetworkQuery, type NetworkTie } from './ask/network.ts'
export { listNews, type NewsAnswer, type NewsQuery, type Threat } from './ask/news.ts'
export type { OriginTree } from './ask/origin-tree.ts'
export { listRelations, type RelationsQuery, type TieSummary } from './ask/relations.ts'
export { remembered } from './ask/remembered.ts'
export { type SameActorAnswer, sameAsActor } from './ask/same-actor.ts'
export { type SameEventAnswer, sameAsEvent } from './ask/same-event.ts'
export type { QuadCounts } from './ask/scope.ts'
export { type Hit, type SearchAnswer, type SearchQuery, search } from './ask/search.ts'
export { listSources, type SourceSummary, type SourcesQuery } from './ask/sources.ts'
export { type OutletCount, recordSpan, type SpanAnswer, type SpanQuery } from './ask/span.ts'
export { listStatements, type StatementsQuery } from './ask/statements.ts'
export type { EventSummary, Evidence, Toll } from './ask/summaries.ts'
export type { StatementSummary } from './ask/tell-statements.ts'
export type { ToldStatement } from './ask/told-statements.ts'
export { listWordsAndDeeds, type Pairing, type WordsQuery } from './ask/words-and-deeds.ts'
export { ACT_NAMES, ACTS, type ActName, judgeBy } from './correct/acts.ts'
export { merge, split } from './correct/correct.ts'
export { Coding, codeFinding, rejectFinding } from './correct/findings.ts'
export type { Done, Judge } from './correct/judge.ts'
export { MISSING_KINDS, noteMissing } from './correct/missing.ts'
export { undo } from './correct/undo.ts'
export { checkRecord, type Health } from './doctor.ts'
export {
  type ActorExport,
  allActors,
  allEvents,
  allRelations,
  allReports,
  allStatements,
  type RelationExport,
} from './export-rows.ts'
export { type HistoryRow, historyOf } from './history.ts'
export { lastRevision } from './last-revision.ts'
export { openRecord } from './open.ts'
export { openRecorder, type Recorded, type Recorder, recordReading } from './recorder.ts'
export type { Db } from './schema.ts'
export { wordsIn } from './search-terms.ts'
