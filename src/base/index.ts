// Small things with no subject matter: errors with a code, hashes, the table of settings.
// May import nothing.
// Start reading at errors.ts.
export { AppError, messageOf } from './errors.ts'
export { sha256 } from './hash.ts'
export { readSettings, SETTINGS, type SettingInForce, type Settings } from './settings.ts'
export { grouped, type Stretch, stretchesOf } from './stretches.ts'
export { programVersion } from './version.ts'
