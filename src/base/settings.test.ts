import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

test('the environment overrides the file, the file overrides the default', () => {
  const { settings, inForce } = readSettings({ RUBICON_WORKERS: '3' }, { workers: 5, maxChars: 2000 })
  expect(settings.workers).toBe(3)
  expect(settings.maxChars).toBe(2000)
  expect(inForce.map((s) => `${s.name} ${s.from}`)).toEqual([
    'model default',
    'workers environment',
    'maxChars file',
    'articleSeconds default',
    'record default',
  ])
})

test('a value that cannot be used is named', () => {
  expect(() => readSettings({ RUBICON_WORKERS: 'many' })).toThrow('RUBICON_WORKERS: "many" cannot be used')
  expect(() => readSettings({}, { wrkers: 2 })).toThrow('there is no setting "wrkers"')
})
