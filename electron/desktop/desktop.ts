/**
 * The desktop around the window: the tray, reminders, and what closing the window does. `startDesktop` is the one
 * call that the composition root makes.
 */
import { app, type BrowserWindow, Menu, Notification, nativeImage, powerMonitor, Tray } from 'electron'
import { markPicture } from '../../assets/generated/trayPictures.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { Destination, EventName, Events, ExecuteReply } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import type { Speech } from '../../shared/reminders/describe.ts'
import { isQuiet } from '../../shared/reminders/ledger.ts'
import { dayMessageOf } from '../../shared/reminders/matterText.ts'
import { type Message, messageOf } from '../../shared/reminders/message.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../../shared/time/zone.ts'
import { formatIn } from '../../shared/words/format.ts'
import { languageFor, wordsIn } from '../../shared/words/words.ts'
import { Memory, type MemoryFile } from '../reminders/memory.ts'
import { ReminderScheduler } from '../reminders/scheduler.ts'
import type { TextFile } from '../storage/textFile.ts'
import type { TimerDesk } from '../timer/timerDesk.ts'
import { HeadroomTray, type TrayChoice } from '../tray/tray.ts'
import { pauseEnd, presentOf, type ReminderState, trayModel } from '../tray/trayMenu.ts'
import { startDesktopTimer } from './desktopTimer.ts'
import { HolidayTable } from './holidayTable.ts'
import { Notifications } from './notifications.ts'
import { type DesktopRules, desktopRules } from './platform.ts'
import { hasTrayHost } from './trayHost.ts'

export interface DesktopParts {
  readonly plan: () => Plan
  readonly onPlanChanged: (listen: () => void) => void
  readonly execute: (command: Command) => Promise<ExecuteReply>
  /** Wall clock in milliseconds since 1970-01-01T00:00Z. */
  readonly now: () => number
  /** BCP 47 locale of the desktop. */
  readonly locale: string
  readonly window: {
    readonly browserWindow: BrowserWindow
    /** Brings it to the front, whatever state it is in. */
    readonly show: () => void
    readonly send: <N extends EventName>(name: N, event: Events[N]) => void
  }
  readonly memoryFile: MemoryFile
  /** Where the heartbeats of the timer are kept. */
  readonly timerFile: TextFile
  readonly fault: (where: string, fault: unknown) => void
  readonly quit: () => void
}

/** The running desktop, as the window and the end of the app need it. */
export interface Desktop {
  /** Whether closing the window leaves the app running. */
  readonly staysWhenClosed: () => boolean
  /** Puts the window away: into the tray where there is one, otherwise it is minimised. Says so the first time. */
  readonly leaveWindow: () => Promise<void>
  /** The timer, watched. */
  readonly timer: TimerDesk
  /** Ends reminders and heartbeats; resolves when what was shown and seen is on disk. */
  readonly stop: () => Promise<void>
}

/** Plan changes that come together, such as an import's, redraw the tray once: milliseconds. */
const TOGETHER = 100

/** Starts tray and reminders, when the app is ready and the plan is open. */
export function startDesktop(parts: DesktopParts): Desktop {
  const rules = desktopRules(process.platform)
  if (rules.appUserModelId !== null) app.setAppUserModelId(rules.appUserModelId)
  const memory = new Memory(parts.memoryFile, parts.fault)
  const notifications = makeNotifications(parts, rules, () => redraw())
  const reminders = (): ReminderState => {
    const { ledger } = memory.get()
    const pausedUntil = isQuiet(ledger, minuteOf(parts)) ? ledger.quietUntil : null
    return { standing: notifications.standing().length, pausedUntil }
  }
  const redraw = makeTray(parts, rules, reminders, (choice) =>
    choose(choice, { parts, scheduler, notifications, timer }),
  )
  const scheduler = new ReminderScheduler({
    plan: parts.plan,
    now: parts.now,
    ledger: () => memory.get().ledger,
    keep: (ledger) => memory.keep({ ledger }),
    show: (decision, now) => {
      const plan = parts.plan()
      const speech = speechOf(parts)
      const today = wallDay(fromEpochMinute(now, plan.practice.settings.homeZone))
      const messages = [messageOf(plan, decision, now, speech), dayMessageOf(decision.days, today, speech)]
      for (const message of messages) if (message !== null) notifications.show(message)
    },
    ticked: (now) => {
      notifications.closeOver(now)
      redraw()
    },
  })
  const timer = startDesktopTimer({
    ...parts,
    rules,
    speech: () => speechOf(parts),
    tell: (news) => notifications.show({ ...news, about: null, keys: [], until: null }),
  })
  const stopListening = listen(parts, scheduler)
  scheduler.check()
  return {
    timer,
    staysWhenClosed: () => parts.plan().practice.settings.keepInTray,
    leaveWindow: async () => {
      const hasTray = rules.trayHost === 'always' || (await hasTrayHost(process.env))
      const window = parts.window.browserWindow
      if (window.isDestroyed()) return
      if (hasTray) window.hide()
      else window.minimize()
      tellOnce(hasTray ? 'tray' : 'minimised', memory, notifications, speechOf(parts))
    },
    stop: () => {
      stopListening()
      notifications.closeAll()
      return Promise.all([scheduler.stop(), timer.end()]).then(() => undefined)
    },
  }
}

function makeNotifications(parts: DesktopParts, rules: DesktopRules, changed: () => void): Notifications {
  return new Notifications({
    create: (options) => new Notification(options),
    rules,
    icon: nativeImage.createFromDataURL(`data:image/png;base64,${markPicture}`),
    clicked: ({ about, leads }) => {
      if (about !== null) go(parts, { to: 'week', ...about })
      else if (leads !== undefined) go(parts, leads)
      else parts.window.show()
    },
    changed,
    failed: (message) => showInWindow(parts, message),
  })
}

/** The tray; the function that comes back draws it anew from the plan and the clock. */
function makeTray(
  parts: DesktopParts,
  rules: DesktopRules,
  reminders: () => ReminderState,
  chosen: (choice: TrayChoice) => void,
): () => void {
  const holidays = new HolidayTable(parts.fault, () => redraw())
  const model = () => {
    const now = minuteOf(parts)
    const plan = parts.plan()
    const { settings } = plan.practice
    const present = () => presentOf(plan, now, holidays.around(now, settings.homeZone, settings.holidays))
    return trayModel(plan, orFault(present, parts), reminders(), now, speechOf(parts))
  }
  const electron = { Tray, Menu, emptyImage: () => nativeImage.createEmpty() }
  const tray = new HeadroomTray(electron, rules, model(), chosen)
  const redraw = () => tray.show(model())
  return redraw
}

/** A fault of the capacity engine must not silence reminders: it is logged, and the tray shows what it can. */
function orFault<T>(compute: () => T, { fault }: DesktopParts): T | null {
  try {
    return compute()
  } catch (thrown) {
    fault('tray: load', thrown)
    return null
  }
}

function speechOf({ plan, locale }: DesktopParts): Speech {
  const { language } = plan().practice.settings
  const spoken = language === 'system' ? languageFor(locale) : language
  return { words: wordsIn(spoken), format: formatIn(spoken, locale) }
}

/** Looks at the clock whenever it may have moved while nobody looked; returns the function that stops it. */
function listen(parts: DesktopParts, scheduler: ReminderScheduler): () => void {
  const look = () => scheduler.check()
  const keep = () => void scheduler.keep()
  let pending: NodeJS.Timeout | null = null
  parts.onPlanChanged(() => {
    pending ??= setTimeout(() => {
      pending = null
      scheduler.check()
    }, TOGETHER)
  })
  powerMonitor.on('resume', look)
  powerMonitor.on('unlock-screen', look)
  powerMonitor.on('suspend', keep)
  return () => {
    if (pending !== null) clearTimeout(pending)
    powerMonitor.removeListener('resume', look)
    powerMonitor.removeListener('unlock-screen', look)
    powerMonitor.removeListener('suspend', keep)
  }
}

/** What the tray's choices act on. */
interface ChoiceParts {
  readonly parts: DesktopParts
  readonly scheduler: ReminderScheduler
  readonly notifications: Notifications
  readonly timer: TimerDesk
}

function choose(choice: TrayChoice, { parts, scheduler, notifications, timer }: ChoiceParts): void {
  if (choice.kind === 'icon') return void parts.window.show()
  if (choice.kind === 'session')
    return void go(parts, { to: 'week', day: choice.day, occurrence: choice.occurrence })
  const { action } = choice
  switch (action.do) {
    case 'open':
      parts.window.show()
      break
    case 'attention':
      go(parts, { to: 'action', id: 'attention.thisWeek' })
      break
    case 'matter':
      go(parts, action.place)
      break
    case 'new-session':
      go(parts, { to: 'action', id: 'session.new' })
      break
    case 'timer':
      go(parts, { to: 'action', id: 'timer.edit' })
      break
    case 'timer-start':
      timer.start(action.start)
      break
    case 'timer-stop':
      timer.stop()
      break
    case 'snooze': {
      const keys = notifications.standing()
      notifications.closeReminders()
      scheduler.snooze(keys, action.minutes)
      break
    }
    case 'pause':
      scheduler.quiet(pauseEnd(parts.plan(), minuteOf(parts), action.until))
      break
    case 'resume':
      scheduler.quiet(null)
      break
    case 'quit':
      parts.quit()
  }
}

function minuteOf({ now }: DesktopParts): EpochMinute {
  return Math.floor(now() / 60_000)
}

function go({ window }: DesktopParts, destination: Destination): void {
  window.show()
  window.send('go', destination)
}

/** A reminder that the desktop refused is shown by the window, which comes up for it without taking the keyboard. */
function showInWindow({ window }: DesktopParts, { title, body, about, leads }: Message): void {
  const { browserWindow } = window
  if (browserWindow.isDestroyed()) return
  if (about !== null) window.send('reminder/missed', { title, body, occurrence: about.occurrence })
  else if (leads !== undefined) window.send('reminder/missed', { title, body, leads })
  else return
  if (!browserWindow.isVisible() || browserWindow.isMinimized()) browserWindow.showInactive()
  browserWindow.flashFrame(true)
}

function tellOnce(
  what: 'tray' | 'minimised',
  memory: Memory,
  notifications: Notifications,
  { words }: Speech,
): void {
  const { told } = memory.get()
  if (told[what]) return
  void memory.keep({ told: { ...told, [what]: true } })
  const { desktop } = words
  const [title, body] =
    what === 'tray'
      ? [desktop.keptInTrayTitle, desktop.keptInTrayBody]
      : [desktop.minimisedTitle, desktop.minimisedBody]
  notifications.show({ title, body, about: null, keys: [], until: null })
}
