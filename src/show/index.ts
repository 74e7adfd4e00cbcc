// How the record shows itself: the questions as data, what can be exported and drawn, and the desk that serves them.
// May import base, codebook, record and watch.
// Start reading at questions/question.ts.
export { drawFile } from './desk/draw-file.ts'
export { DRAWINGS, type Drawing } from './desk/pictures/drawings.ts'
export { askDesk, openDesk } from './desk/serve.ts'
export { csvOf } from './export/csv.ts'
export { dictionaryOf, EXPORT_FORMATS, type ExportFormat } from './export/formats.ts'
export { EXPORT_TABLES, type ExportTable } from './export/tables.ts'
export type { FlatRow, Question, Section } from './questions/question.ts'
export { QUESTIONS } from './questions/questions.ts'
