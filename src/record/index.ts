// The memory that joins the readings of many articles: schema, migrations, the one writer, one function a question.
// May import base and codebook.
// Start reading at recorder.ts, then join/score.ts; ask/ answers the questions.
export { checkRecord, type Health } from './doctor.ts'
export { openRecord } from './open.ts'
export { openRecorder, type Recorded, type Recorder, recordReading } from './recorder.ts'
export type { Db } from './schema.ts'
