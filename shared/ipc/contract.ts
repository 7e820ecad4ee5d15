/**
 * Every message between the window and the main process, with its schema. The preload knows these names and nothing
 * else; main checks the sender, then the payload against the schema here, then runs.
 */
import { z } from 'zod'
import type { Refusal } from '../commands/refusal.ts'
import { Command } from '../commands/registry.ts'
import type { Picture } from '../plan/business.ts'
import { type DayField, Id, Language } from '../plan/fields.ts'
import type { Plan, Practice, Year, YearKey } from '../plan/plan.ts'
import type { LogEntry } from '../reminders/remindersLog.ts'
import type { Gap } from '../timer/gap.ts'
import { type AboutReplies, aboutRequests } from './aboutContract.ts'
import { type DataReplies, dataRequests } from './dataContract.ts'
import { type DocumentsReplies, documentsRequests } from './documentsContract.ts'
import { type ExchangeReplies, exchangeRequests, type OfferedCalendar } from './exchangeContract.ts'
import { type FrameReplies, frameRequests } from './frameContract.ts'
import { type VaultReplies, vaultRequests } from './vaultContract.ts'
import { type WhyReplies, whyRequests } from './whyContract.ts'

/** A change of the plan as it travels and as it is kept: immer's patches. */
export interface PlanPatch {
  readonly op: 'add' | 'remove' | 'replace'
  readonly path: readonly (string | number)[]
  readonly value?: unknown
}

/** A step that Undo or Redo would take. `type` names the command, `subject` what it was about. */
export interface HistoryStep {
  readonly type: string
  readonly subject: string
}

/** What Undo and Redo would do next. */
export interface History {
  readonly undo: HistoryStep | null
  readonly redo: HistoryStep | null
}

/** Whether what was acknowledged is on disk (it always is), and whether something keeps new changes from being. */
export type SaveState =
  | { readonly state: 'saved'; readonly at: string | null }
  | {
      readonly state: 'failed'
      readonly why: 'disk-full' | 'read-only' | 'locked' | 'elsewhere' | 'other'
      readonly detail: string
    }

/** Something about the data that the user must be told at start: what was damaged, what was used instead. */
export interface StartNotice {
  readonly code:
    | 'recovered-previous'
    | 'recovered-journal'
    | 'newer-version'
    | 'nothing-readable'
    | 'storage-failed'
    | 'open-elsewhere'
    | 'conflict-copy'
  readonly params: Readonly<Record<string, string | number>>
}

/** What a window needs to know of the desktop it runs on. */
export interface Desktop {
  readonly platform: 'linux' | 'darwin' | 'win32'
  /** BCP 47 locale of the desktop, for dates and numbers. */
  readonly locale: string
  readonly zone: string
  readonly version: string
  /** ISO instant that the clock shows where a test fixed it; null is the real clock. */
  readonly fixedNow: string | null
  /** Nothing but the data is to be shown: the program was started so, since the screens would not start. */
  readonly safe: boolean
}

/** The first message: what the first screen needs. Years not in it come with `plan/rest`. */
export interface PlanOpened {
  readonly rev: number
  readonly practice: Practice
  readonly years: Readonly<Record<YearKey, Year>>
  readonly complete: boolean
  /** Nobody has used this plan yet: ask how to start. */
  readonly unused: boolean
  readonly readOnly: boolean
  readonly history: History
  readonly save: SaveState
  readonly notices: readonly StartNotice[]
  readonly desktop: Desktop
}

/** The years that the first message left out, as of `rev`. */
export interface PlanRest {
  readonly rev: number
  readonly years: Plan['years']
}

export type ExecuteReply =
  | { readonly ok: true; readonly rev: number }
  | { readonly ok: false; readonly refusal: Refusal }

/** Where a file stands that the plan names by its path; `there` also where it was opened. */
export interface LinkedFileReply {
  readonly state: 'there' | 'none' | 'gone' | 'refused' | 'failed'
}

/** Whether the system starts the app at login: `blocked` where its own settings forbid it, `unknown` where it cannot. */
export interface LoginState {
  readonly state: 'on' | 'off' | 'blocked' | 'unknown'
  /** The change that was asked for could not be made. */
  readonly failed?: true
}

/** A picture for the head of the papers, chosen and read, not yet in the plan; `code` says what is wrong with the file. */
export type LogoReply =
  | { readonly state: 'chosen'; readonly name: string; readonly picture: Picture }
  | { readonly state: 'cancelled' }
  | { readonly state: 'failed'; readonly code: string }

/** The most UTF-16 units of one part of a command, and the most parts. */
const LONGEST_PART = 100_000_000
const MOST_PARTS = 1000

/** Requests of the window: name → payload schema. The reply's type stands in `Replies`. */
export const requests = {
  'plan/open': z.undefined(),
  'plan/rest': z.undefined(),
  /** `id` comes back in the broadcast, so that the window knows its own pending command. */
  'plan/execute': z.strictObject({ id: Id, command: Command }),
  /** The same for a command of thousands of records, in parts (`commandParts.ts`); the last one carries it out. */
  'plan/executePart': z.strictObject({
    id: Id,
    part: z.int().min(0),
    of: z.int().min(1).max(MOST_PARTS),
    text: z.string().max(LONGEST_PART),
  }),
  'plan/undo': z.undefined(),
  'plan/redo': z.undefined(),
  'plan/start': z.strictObject({ choice: z.enum(['sample', 'empty']), language: Language }),
  'agreement/choose': z.undefined(),
  'agreement/look': z.strictObject({ id: Id }),
  'agreement/open': z.strictObject({ id: Id }),
  /** Asks for a logo and reads it. */
  'logo/choose': z.undefined(),
  /** Asks for a receipt; its path, or null where none was picked. */
  'receipt/choose': z.undefined(),
  /** Opens the receipt that the plan names for an expense. */
  'receipt/open': z.strictObject({ id: Id }),
  /** Opens a file that main saved since its start, and no other. */
  'file/show': z.strictObject({ path: z.string().max(4096) }),
  'timer/gaps': z.undefined(),
  /** What became of the reminders of late, the newest first. */
  'reminders/log': z.undefined(),
  'app/report': z.strictObject({ message: z.string().max(5000), stack: z.string().max(20_000) }),
  'app/ready': z.undefined(),
  /** Whether something shows the app's icon in a tray now. */
  'tray/look': z.undefined(),
  'login/look': z.undefined(),
  /** Lets the system start the app at login, or not. */
  'login/set': z.strictObject({ on: z.boolean() }),
  'clipboard/write': z.strictObject({ text: z.string().max(1_000_000) }),
  ...dataRequests,
  ...vaultRequests,
  ...aboutRequests,
  ...documentsRequests,
  ...exchangeRequests,
  ...whyRequests,
  ...frameRequests,
} as const
export type RequestName = keyof typeof requests
export type RequestPayload<N extends RequestName> = z.infer<(typeof requests)[N]>

export interface Replies
  extends DataReplies,
    VaultReplies,
    AboutReplies,
    DocumentsReplies,
    ExchangeReplies,
    WhyReplies,
    FrameReplies {
  'plan/open': PlanOpened
  /** A `PlanRest` as JSON: of years as objects each record would be copied twice on its way into the page. */
  'plan/rest': string
  'plan/execute': ExecuteReply
  /** Null while parts are missing. */
  'plan/executePart': ExecuteReply | null
  'plan/undo': ExecuteReply
  'plan/redo': ExecuteReply
  'plan/start': ExecuteReply
  /** The path of the document that was picked; null where none was. */
  'agreement/choose': string | null
  'agreement/look': LinkedFileReply
  'agreement/open': LinkedFileReply
  'logo/choose': LogoReply
  'receipt/choose': string | null
  'receipt/open': LinkedFileReply
  'file/show': undefined
  'timer/gaps': readonly Gap[]
  'reminders/log': readonly LogEntry[]
  'app/report': undefined
  'app/ready': undefined
  'tray/look': boolean
  'login/look': LoginState
  'login/set': LoginState
  'clipboard/write': undefined
}

/** A change that main made durable. A window at another revision than `rev - 1` reloads. */
export interface PlanChanged {
  readonly rev: number
  /** Null for a change of thousands of records that a window asked for: it knows them, and whoever does not reloads. */
  readonly patches: readonly PlanPatch[] | null
  /** The `id` of the `plan/execute` that caused it, null for undo, redo and what came from the tray. */
  readonly commandId: string | null
  readonly history: History
}

/** Where the tray, a notification or a menu wants the window to go. */
export type Destination =
  | { readonly to: 'week'; readonly day: z.infer<typeof DayField> | null; readonly occurrence: string | null }
  | { readonly to: 'client'; readonly clientId: Id }
  /** A day whose time is to be confirmed. */
  | { readonly to: 'day'; readonly day: z.infer<typeof DayField> }
  | { readonly to: 'action'; readonly id: string }

/** Messages of the main process to the window. */
export interface Events {
  'plan/changed': PlanChanged
  /** The same for a change of thousands of records, as JSON. */
  'plan/changedText': string
  /** How much of a table is read, from 0 to 1. */
  'worked/progress': number
  /** How much of a calendar is read, from 0 to 1, and how many events that is. */
  'calendar/progress': { readonly part: number; readonly count: number }
  'save/state': SaveState
  /** A reminder that the desktop could not show. */
  'reminder/missed':
    | { readonly title: string; readonly body: string; readonly occurrence: string }
    | { readonly title: string; readonly body: string; readonly leads: Destination }
  /** The file that the user picked is being read now. */
  'calendar/chosen': { readonly name: string }
  /** Calendars that the desktop handed over, or that are new in the watched folder. */
  'calendar/offered': { readonly from: 'desktop' | 'folder'; readonly files: readonly OfferedCalendar[] }
  /** The gaps of the running timer that wait for an answer. */
  'timer/gaps': { readonly gaps: readonly Gap[] }
  go: Destination
  /** To the page that is printed, alone. The document is a {@link PrintedDocument} as JSON: the bridge walks all but texts field by field. */
  'document/show': { readonly job: number; readonly document: string }
}
export type EventName = keyof Events
export const eventNames = [
  'plan/changed',
  'plan/changedText',
  'worked/progress',
  'calendar/progress',
  'save/state',
  'reminder/missed',
  'calendar/chosen',
  'calendar/offered',
  'timer/gaps',
  'go',
] as const satisfies EventName[]

/** What the preload puts on `window.headroom`. */
export interface Bridge {
  request<N extends RequestName>(name: N, payload: RequestPayload<N>): Promise<Replies[N]>
  /** Where a file lies that the user dropped on the page; empty for one that is on no disk. */
  pathOf(file: object): string
  /** Returns the function that stops listening. */
  on<N extends EventName>(name: N, listen: (event: Events[N]) => void): () => void
}
