import { expect, test } from 'vitest'
import { parseRule } from '../../../shared/time/ruleText.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { ruleWords } from '../../../shared/words/ruleWords.ts'
import { wordsIn } from '../../../shared/words/words.ts'

function say(text: string, language: 'en' | 'de'): string {
  const parsed = parseRule(text)
  if (!parsed.ok) throw new Error(`${parsed.why} ${parsed.part}`)
  const format = formatIn(language, language === 'en' ? 'en-GB' : 'de-DE')
  return ruleWords(parsed.rule, wordsIn(language).rule, format)
}

test.each([
  ['FREQ=DAILY', 'every day', 'jeden Tag'],
  ['FREQ=DAILY;INTERVAL=3;COUNT=1', 'every 3 days once', 'alle 3 Tage einmal'],
  [
    'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR',
    'every week from Monday to Friday',
    'jede Woche von Montag bis Freitag',
  ],
  [
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,TH;UNTIL=20270131',
    'every 2 weeks on Tuesday and Thursday until 31 Jan 2027',
    'alle 2 Wochen am Dienstag und Donnerstag bis 31. Jan. 2027',
  ],
  [
    'FREQ=MONTHLY;BYMONTHDAY=1,15,-1',
    'every month on the last day, day 1 and day 15',
    'jeden Monat am letzten Tag, 1. und 15.',
  ],
  [
    'FREQ=MONTHLY;BYDAY=2TU,-1FR;COUNT=10',
    'every month on the last Friday and the second Tuesday 10 times',
    'jeden Monat am letzten Freitag und zweiten Dienstag 10-mal',
  ],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'every month from Monday to Friday (only the last of them)',
    'jeden Monat von Montag bis Freitag (davon nur den letzten)',
  ],
  [
    'FREQ=YEARLY;BYMONTH=3,9;BYDAY=1MO',
    'every year on the first Monday in March and September',
    'jedes Jahr am ersten Montag im März und September',
  ],
  [
    'FREQ=YEARLY;BYYEARDAY=100,-2',
    'every year on the 2nd last and 100th day of the year',
    'jedes Jahr am 2.-letzten und 100. Tag des Jahres',
  ],
  ['FREQ=YEARLY;BYWEEKNO=20', 'every year in ISO week 20', 'jedes Jahr in KW 20'],
  ['FREQ=DAILY;BYHOUR=9,16;BYMINUTE=30', 'every day at 09:30 and 16:30', 'jeden Tag um 09:30 und 16:30'],
  [
    'FREQ=HOURLY;INTERVAL=4;UNTIL=20261231T235959Z',
    'every 4 hours until 31 Dec 2026',
    'alle 4 Stunden bis 31. Dez. 2026',
  ],
])('%s is “%s”, “%s”', (rule, english, german) => {
  expect([say(rule, 'en'), say(rule, 'de')]).toEqual([english, german])
})
