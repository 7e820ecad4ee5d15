/**
 * All text that people read, by language and by room. English sets the type; a missing or misnamed entry in another
 * language does not compile. What is printed for clients also exists in French. Entries are strings or pure functions of facts, never templates with gaps.
 */
import type { Language, PaperLanguage } from '../plan/fields.ts'
import { agreements as agreementsDe } from './de/agreements.ts'
import { app as appDe } from './de/app.ts'
import { attention as attentionDe } from './de/attention.ts'
import { billing as billingDe } from './de/billing.ts'
import { business as businessDe } from './de/business.ts'
import { calendar as calendarDe } from './de/calendar.ts'
import { capacity as capacityDe } from './de/capacity.ts'
import { clientPage as clientPageDe } from './de/clientPage.ts'
import { clients as clientsDe } from './de/clients.ts'
import { commands as commandsDe } from './de/commands.ts'
import { data as dataDe } from './de/data.ts'
import { desktop as desktopDe } from './de/desktop.ts'
import { document as documentDe } from './de/document.ts'
import { dunning as dunningDe } from './de/dunning.ts'
import { engagements as engagementsDe } from './de/engagements.ts'
import { expenses as expensesDe } from './de/expenses.ts'
import { exports as exportsDe } from './de/exports.ts'
import { flags as flagsDe } from './de/flags.ts'
import { help as helpDe } from './de/help.ts'
import { horizon as horizonDe } from './de/horizon.ts'
import { insights as insightsDe } from './de/insights.ts'
import { lists as listsDe } from './de/lists.ts'
import { money as moneyDe } from './de/money.ts'
import { monthReport as monthReportDe } from './de/monthReport.ts'
import { pipeline as pipelineDe } from './de/pipeline.ts'
import { placing as placingDe } from './de/placing.ts'
import { portfolio as portfolioDe } from './de/portfolio.ts'
import { quickAdd as quickAddDe } from './de/quickAdd.ts'
import { rates as ratesDe } from './de/rates.ts'
import { refusals as refusalsDe } from './de/refusals.ts'
import { reminders as remindersDe } from './de/reminders.ts'
import { roadmap as roadmapDe } from './de/roadmap.ts'
import { rule as ruleDe } from './de/rule.ts'
import { session as sessionDe } from './de/session.ts'
import { settings as settingsDe } from './de/settings.ts'
import { start as startDe } from './de/start.ts'
import { statement as statementDe } from './de/statement.ts'
import { time as timeDe } from './de/time.ts'
import { timeImport as timeImportDe } from './de/timeImport.ts'
import { timer as timerDe } from './de/timer.ts'
import { timesheet as timesheetDe } from './de/timesheet.ts'
import { vault as vaultDe } from './de/vault.ts'
import { week as weekDe } from './de/week.ts'
import { whatIf as whatIfDe } from './de/whatIf.ts'
import { why as whyDe } from './de/why.ts'
import { agreements as agreementsEn } from './en/agreements.ts'
import { app as appEn } from './en/app.ts'
import { attention as attentionEn } from './en/attention.ts'
import { billing as billingEn } from './en/billing.ts'
import { business as businessEn } from './en/business.ts'
import { calendar as calendarEn } from './en/calendar.ts'
import { capacity as capacityEn } from './en/capacity.ts'
import { clientPage as clientPageEn } from './en/clientPage.ts'
import { clients as clientsEn } from './en/clients.ts'
import { commands as commandsEn } from './en/commands.ts'
import { data as dataEn } from './en/data.ts'
import { desktop as desktopEn } from './en/desktop.ts'
import { document as documentEn } from './en/document.ts'
import { dunning as dunningEn } from './en/dunning.ts'
import { engagements as engagementsEn } from './en/engagements.ts'
import { expenses as expensesEn } from './en/expenses.ts'
import { exports as exportsEn } from './en/exports.ts'
import { flags as flagsEn } from './en/flags.ts'
import { help as helpEn } from './en/help.ts'
import { horizon as horizonEn } from './en/horizon.ts'
import { insights as insightsEn } from './en/insights.ts'
import { lists as listsEn } from './en/lists.ts'
import { money as moneyEn } from './en/money.ts'
import { monthReport as monthReportEn } from './en/monthReport.ts'
import { pipeline as pipelineEn } from './en/pipeline.ts'
import { placing as placingEn } from './en/placing.ts'
import { portfolio as portfolioEn } from './en/portfolio.ts'
import { quickAdd as quickAddEn } from './en/quickAdd.ts'
import { rates as ratesEn } from './en/rates.ts'
import { refusals as refusalsEn } from './en/refusals.ts'
import { reminders as remindersEn } from './en/reminders.ts'
import { roadmap as roadmapEn } from './en/roadmap.ts'
import { rule as ruleEn } from './en/rule.ts'
import { session as sessionEn } from './en/session.ts'
import { settings as settingsEn } from './en/settings.ts'
import { start as startEn } from './en/start.ts'
import { statement as statementEn } from './en/statement.ts'
import { time as timeEn } from './en/time.ts'
import { timeImport as timeImportEn } from './en/timeImport.ts'
import { timer as timerEn } from './en/timer.ts'
import { timesheet as timesheetEn } from './en/timesheet.ts'
import { vault as vaultEn } from './en/vault.ts'
import { week as weekEn } from './en/week.ts'
import { whatIf as whatIfEn } from './en/whatIf.ts'
import { why as whyEn } from './en/why.ts'
import { document as documentFr } from './fr/document.ts'
import { dunning as dunningFr } from './fr/dunning.ts'
import { monthReport as monthReportFr } from './fr/monthReport.ts'
import { portfolio as portfolioFr } from './fr/portfolio.ts'
import { statement as statementFr } from './fr/statement.ts'
import { timesheet as timesheetFr } from './fr/timesheet.ts'

const english = {
  app: appEn,
  start: startEn,
  week: weekEn,
  capacity: capacityEn,
  placing: placingEn,
  session: sessionEn,
  rule: ruleEn,
  flags: flagsEn,
  attention: attentionEn,
  commands: commandsEn,
  refusals: refusalsEn,
  reminders: remindersEn,
  quickAdd: quickAddEn,
  calendar: calendarEn,
  billing: billingEn,
  business: businessEn,
  money: moneyEn,
  document: documentEn,
  dunning: dunningEn,
  data: dataEn,
  vault: vaultEn,
  desktop: desktopEn,
  clients: clientsEn,
  engagements: engagementsEn,
  clientPage: clientPageEn,
  lists: listsEn,
  statement: statementEn,
  roadmap: roadmapEn,
  agreements: agreementsEn,
  pipeline: pipelineEn,
  portfolio: portfolioEn,
  rates: ratesEn,
  settings: settingsEn,
  time: timeEn,
  timesheet: timesheetEn,
  monthReport: monthReportEn,
  timer: timerEn,
  expenses: expensesEn,
  exports: exportsEn,
  timeImport: timeImportEn,
  help: helpEn,
  horizon: horizonEn,
  insights: insightsEn,
  whatIf: whatIfEn,
  why: whyEn,
}

export type Words = typeof english

const german: Words = {
  app: appDe,
  start: startDe,
  week: weekDe,
  capacity: capacityDe,
  placing: placingDe,
  session: sessionDe,
  rule: ruleDe,
  flags: flagsDe,
  attention: attentionDe,
  commands: commandsDe,
  refusals: refusalsDe,
  reminders: remindersDe,
  quickAdd: quickAddDe,
  calendar: calendarDe,
  billing: billingDe,
  business: businessDe,
  money: moneyDe,
  document: documentDe,
  dunning: dunningDe,
  data: dataDe,
  vault: vaultDe,
  desktop: desktopDe,
  clients: clientsDe,
  engagements: engagementsDe,
  clientPage: clientPageDe,
  lists: listsDe,
  statement: statementDe,
  roadmap: roadmapDe,
  agreements: agreementsDe,
  pipeline: pipelineDe,
  portfolio: portfolioDe,
  rates: ratesDe,
  settings: settingsDe,
  time: timeDe,
  timesheet: timesheetDe,
  monthReport: monthReportDe,
  timer: timerDe,
  expenses: expensesDe,
  exports: exportsDe,
  timeImport: timeImportDe,
  help: helpDe,
  horizon: horizonDe,
  insights: insightsDe,
  whatIf: whatIfDe,
  why: whyDe,
}

const catalogues: Record<Language, Words> = { en: english, de: german }

/** The catalogue of a language. */
export function wordsIn(language: Language): Words {
  return catalogues[language]
}

/** What is printed for clients: in more languages than the screens have. */
export type PaperWords = Pick<
  Words,
  'document' | 'dunning' | 'timesheet' | 'statement' | 'portfolio' | 'monthReport'
>

const french: PaperWords = {
  document: documentFr,
  dunning: dunningFr,
  timesheet: timesheetFr,
  monthReport: monthReportFr,
  statement: statementFr,
  portfolio: portfolioFr,
}

const papers: Record<PaperLanguage, PaperWords> = { ...catalogues, fr: french }

/** The catalogue of what is printed in a language of papers. */
export function paperWordsIn(language: PaperLanguage): PaperWords {
  return papers[language]
}

/** The catalogue language for a BCP 47 locale such as `de-AT`; English where there is none. */
export function languageFor(locale: string): Language {
  return locale.toLowerCase().startsWith('de') ? 'de' : 'en'
}
