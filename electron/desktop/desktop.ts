/**
 * The desktop around the window: the tray, reminders, and what closing the window does. `startDesktop` is the one
 * call that the composition root makes.
 */
import { app } from 'electron'
import { isQuiet } from '../../shared/reminders/ledger.ts'
import type { LogEntry } from '../../shared/reminders/remindersLog.ts'
import { Memory } from '../reminders/memory.ts'
import { ReminderRecorder } from '../reminders/recorder.ts'
import { RemindersLog } from '../reminders/remindersLog.ts'
import type { TimerDesk } from '../timer/timerDesk.ts'
import type { ReminderState } from '../tray/trayMenu.ts'
import { followClock } from './clockEvents.ts'
import { makeNotifications } from './desktopNotifications.ts'
import { type DesktopParts, minuteOf, speechOf } from './desktopParts.ts'
import { desktopReminders } from './desktopReminders.ts'
import { startDesktopTimer } from './desktopTimer.ts'
import { makeTray } from './desktopTray.ts'
import { actOn } from './messageActs.ts'
import { desktopRules } from './platform.ts'
import { tellOnce } from './tellOnce.ts'
import { choose } from './trayChoices.ts'
import { hasTray } from './trayHost.ts'
import { type WindowAway, windowAway } from './windowAway.ts'

/** The running desktop, as the window and the end of the app need it. */
export interface Desktop extends WindowAway {
  /** Whether closing the window leaves the app running. */
  readonly staysWhenClosed: () => boolean
  /** The timer, watched. */
  readonly timer: TimerDesk
  /** What became of the reminders of late, the newest first. */
  readonly remindersLog: () => readonly LogEntry[]
  /** Ends reminders and heartbeats; resolves when what was shown and seen is on disk. */
  readonly stop: () => Promise<void>
}

/** Starts tray and reminders, when the app is ready and the plan is open. */
export function startDesktop(parts: DesktopParts): Desktop {
  const rules = desktopRules(process.platform)
  if (rules.appUserModelId !== null) app.setAppUserModelId(rules.appUserModelId)
  const memory = new Memory(parts.memoryFile, parts.fault)
  const notifications = makeNotifications({
    parts,
    rules,
    changed: () => redraw(),
    refused: ({ keys }) => recorder.refused(keys, minuteOf(parts)),
    pressed: (message, act) => actOn(message, act, { parts, scheduler, timer }),
  })
  const reminders = (): ReminderState => {
    const { ledger } = memory.get()
    const pausedUntil = isQuiet(ledger, minuteOf(parts)) ? ledger.quietUntil : null
    return { standing: notifications.standing().length, pausedUntil }
  }
  const redraw = makeTray(parts, rules, reminders, (choice) =>
    choose(choice, { parts, scheduler, notifications, timer }),
  )
  const log = new RemindersLog(parts.remindersLogPath, parts.fault, parts.disk)
  const recorder = new ReminderRecorder(log)
  const scheduler = desktopReminders({ parts, memory, recorder, notifications, redraw: () => redraw() })
  const timer = startDesktopTimer({
    ...parts,
    rules,
    speech: () => speechOf(parts),
    tell: (news) => notifications.show({ ...news, about: null, keys: [], until: null }),
  })
  const stopListening = followClock(parts, scheduler)
  scheduler.check()
  return {
    timer,
    remindersLog: () => log.read(),
    staysWhenClosed: () => parts.plan().practice.settings.keepInTray,
    ...windowAway({
      window: parts.window.browserWindow,
      hasTray: () => hasTray(rules, process.env),
      tell: (what) => tellOnce(what, memory, notifications, speechOf(parts)),
    }),
    stop: () => {
      stopListening()
      notifications.closeAll()
      return Promise.all([scheduler.stop(), timer.end()]).then(() => undefined)
    },
  }
}
