import type { Speech } from '../../shared/reminders/describe.ts'
import type { Memory } from '../reminders/memory.ts'
import type { Notifications } from './notifications.ts'

/** Says once on this computer what closing the window did. */
export function tellOnce(
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
