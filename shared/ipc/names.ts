/**
 * The names of all messages and nothing else, for the preload: it must not carry the schemas of the contract. The
 * compiler refuses a name that is missing here or unknown there.
 */
import type { EventName, RequestName } from './contract.ts'

const everyRequest: Record<RequestName, true> = {
  'plan/open': true,
  'plan/rest': true,
  'plan/execute': true,
  'plan/executePart': true,
  'plan/undo': true,
  'plan/redo': true,
  'plan/start': true,
  'calendar/choose': true,
  'calendar/drop': true,
  'calendar/take': true,
  'calendar/piece': true,
  'calendar/stop': true,
  'calendar/folder': true,
  'calendar/watch': true,
  'calendar/unwatch': true,
  'agreement/choose': true,
  'agreement/look': true,
  'agreement/open': true,
  'worked/choose': true,
  'worked/drop': true,
  'worked/again': true,
  'worked/stop': true,
  'logo/choose': true,
  'invoice/pdf': true,
  'invoice/open': true,
  'invoice/printAgain': true,
  'timesheet/pdf': true,
  'statement/pdf': true,
  'portfolio/save': true,
  'csv/save': true,
  'calendar/save': true,
  'money/save': true,
  'receipt/choose': true,
  'receipt/open': true,
  'file/show': true,
  'document/ready': true,
  'timer/gaps': true,
  'reminders/log': true,
  'app/report': true,
  'app/ready': true,
  'tray/look': true,
  'login/look': true,
  'login/set': true,
  'clipboard/write': true,
  'data/backups': true,
  'data/backUp': true,
  'data/look': true,
  'data/import': true,
  'data/restore': true,
  'data/folder': true,
  'data/export': true,
  'data/retry': true,
  'data/diagnostics': true,
  'data/show': true,
  'data/goOn': true,
}

const everyEvent: Record<EventName, true> = {
  'plan/changed': true,
  'plan/changedText': true,
  'worked/progress': true,
  'calendar/progress': true,
  'save/state': true,
  'reminder/missed': true,
  'calendar/chosen': true,
  'calendar/offered': true,
  'timer/gaps': true,
  go: true,
  'document/show': true,
}

/** What a window may ask. */
export const requestNames = Object.keys(everyRequest) as readonly RequestName[]
/** What a window may hear. */
export const heardNames = Object.keys(everyEvent) as readonly EventName[]
