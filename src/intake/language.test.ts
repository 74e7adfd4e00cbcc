import { expect, test } from 'vitest'
import { languageOf } from './language.ts'

test.each([
  ['en', 'The minister said on Monday that the talks had ended without a deal and would go on.'],
  ['en', 'Abdul-Mahdi, al-Sadr, Qais al-Khazali, Hadi al-Amiri, Falih al-Fayyadh met the envoy in Najaf.'],
  ['en', 'Qatar, Doha, Riyadh: Macron'],
  ['es', 'El presidente dijo el lunes que las conversaciones con los rebeldes no se van a detener por la violencia.'],
  ['fr', 'Le président a déclaré lundi que les négociations avec les rebelles ne sont pas terminées pour le moment.'],
  ['de', 'Der Präsident sagte am Montag, dass die Gespräche mit den Rebellen nicht an der Gewalt scheitern werden.'],
  ['ru', 'Президент заявил в понедельник, что переговоры не остановятся.'],
  ['fa', 'رئیس جمهور گفت که گفتگوها با گروه‌های دیگر پایان نمی‌یابد و کشور پیروز می‌شود'],
  ['ar', 'قال الرئيس يوم الاثنين إن المحادثات لن تتوقف'],
  ['zh', '总统星期一表示谈判不会停止，双方将继续会晤。'],
])('%s: %s', (code, text) => {
  expect(languageOf(text)).toBe(code)
})

test('English that quotes another language stays English', () => {
  const text =
    'The crowd shouted “no se van a detener por la violencia” as the police moved in, and the mayor said that he would not give in to them.'
  expect(languageOf(text)).toBe('en')
})
