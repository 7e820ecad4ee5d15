/** The report of a client's month for paper, in the client's language. */
import { printed } from '../billing/document.ts'
import type { ClientMonth } from '../clientMonth/clientMonth.ts'
import { own, type Plan } from '../plan/plan.ts'
import type { Day } from '../time/day.ts'
import { formatIn } from '../words/format.ts'
import { paperWordsIn } from '../words/words.ts'
import { aheadParts } from './aheadParts.ts'
import { hoursParts, type MonthSetting, retainerParts, roadmapParts } from './monthParts.ts'
import type { Report } from './report.ts'

/** The pages of a month, made on a day. */
export function clientMonthReport(plan: Plan, told: ClientMonth, on: Day): Report {
  const { client, from } = told.sheet
  const { business, pictures } = plan.practice
  const logo = own(pictures, business.logo ?? '')
  const words = paperWordsIn(client.language)
  const { locale, paper } = printed(client.language, client.address.country)
  const format = formatIn(client.language, locale)
  const texts = words.monthReport
  const month = format.month(from)
  const setting: MonthSetting = { sheet: told.sheet, told, words, format, month, on }
  return {
    language: client.language,
    paper,
    title: texts.title(client.name, month),
    sender: business.name,
    ...(logo === undefined ? {} : { logo }),
    heading: texts.heading(month),
    facts: [
      { label: words.timesheet.client, value: client.name },
      { label: words.timesheet.consultant, value: business.name },
      { label: texts.month, value: month },
      { label: texts.asOf, value: format.dayMedium(on) },
      { label: words.timesheet.worked, value: format.clockDuration(told.sheet.exact) },
      { label: words.timesheet.billable, value: format.clockDuration(told.sheet.billable) },
    ].filter(({ value }) => value.trim() !== ''),
    parts: [
      ...hoursParts(setting),
      ...retainerParts(setting),
      ...roadmapParts(setting),
      ...aheadParts(setting),
    ],
    continued: [texts.heading(month), client.name].join(' · '),
    footer: [business.name, business.email, business.phone].filter((text) => text.trim() !== '').join(' · '),
  }
}
