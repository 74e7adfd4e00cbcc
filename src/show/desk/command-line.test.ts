import { expect, test } from 'vitest'
import { QUESTIONS } from '../questions/questions.ts'
import { commandOf } from './command-line.ts'

const command = (name: string, input: Record<string, unknown>): string => {
  const question = QUESTIONS.find((q) => q.name === name)
  if (!question) throw new Error(name)
  return commandOf({ question, input })
}

test('a page says how it is asked on the command line', () => {
  expect(command('dyad', { actor: 'IRN', recipient: 'USA', from: '2020-01-03', asOf: undefined })).toBe(
    'rubicon ask dyad IRN USA --from 2020-01-03',
  )
  expect(command('events', { saidBy: 'Ali Khamenei', quadClass: 4 })).toBe(
    "rubicon ask events --said-by 'Ali Khamenei' --quad-class 4",
  )
  expect(command('search', { words: '"harsh revenge" -drone' })).toBe(`rubicon ask search '"harsh revenge" -drone'`)
  expect(command('actor', { actor: "O'Brien" })).toBe("rubicon ask actor 'O'\\''Brien'")
})

test('where a page is asked for nothing, the example of its question stands', () => {
  expect(command('map', { from: undefined })).toBe('rubicon ask map --from 2020-01-01 --until 2020-01-12')
})
