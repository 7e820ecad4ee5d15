/** What can be done about a reminder from its notification. A click opens it; that needs no button. */
import type { Words } from '../words/words.ts'
import type { Speech } from './describe.ts'
import type { Message } from './message.ts'

export type MessageAct =
  /** Shows the message's reminders once more, minutes from now. */
  | { readonly do: 'snooze'; readonly minutes: number }
  /** The session was worked as planned. */
  | { readonly do: 'done'; readonly occurrence: string }
  | { readonly do: 'timer'; readonly occurrence: string }

export interface MessageAction {
  readonly key: string
  readonly text: string
  /** Where a desktop has room for few buttons, the smallest ranks stay. */
  readonly rank: number
  readonly act: MessageAct
}

/** Minutes after which a reminder can be asked for once more. */
export const SNOOZES = [5, 10, 15] as const

/** The buttons of a message: reminders can be asked for again, and the session of a single one be started or done. */
export function actionsOf(message: Message, { words, format }: Speech): readonly MessageAction[] {
  if (message.keys.length === 0) return []
  const again = SNOOZES.map(
    (minutes, i): MessageAction => ({
      key: `snooze-${minutes}`,
      text: words.desktop.againIn(format.duration(minutes)),
      rank: i === 0 ? 0 : 2 + i,
      act: { do: 'snooze', minutes },
    }),
  )
  return [...again, ...ofSession(message, words)]
}

function ofSession({ about, keys }: Message, words: Words): readonly MessageAction[] {
  if (about === null || keys.length > 1) return []
  const { occurrence } = about
  return [
    { key: 'timer', text: words.timer.start, rank: 1, act: { do: 'timer', occurrence } },
    { key: 'done', text: words.desktop.markDone, rank: 2, act: { do: 'done', occurrence } },
  ]
}
