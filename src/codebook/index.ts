// The field's plain types and code lists: spans, PLOVER, the reading, the article.
// May import base only.
// Start reading at reading.ts.
export * from './article.ts'
export * from './countries.ts'
export * from './plover.ts'
export * from './reading.ts'
export * from './span.ts'
