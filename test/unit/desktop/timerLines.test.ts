import { describe, expect, it } from 'vitest'
import { timerFact, timerLines } from '../../../electron/tray/timerLines.ts'
import type { TrayLine } from '../../../electron/tray/trayMenu.ts'
import type { Plan } from '../../../shared/plan/plan.ts'
import type { Timer } from '../../../shared/plan/timer.ts'
import { formatIn } from '../../../shared/words/format.ts'
import { wordsIn } from '../../../shared/words/words.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { aTimer } from '../timer/aTimer.ts'

const english = { words: wordsIn('en'), format: formatIn('en', 'en-GB') }
const german = { words: wordsIn('de'), format: formatIn('de', 'de-DE') }
const now = Date.parse('2026-11-24T08:42:00Z') / 60_000

const planWith = (timer: Timer | null): Plan => {
  const plan = aPlan({
    clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
    engagements: [anEngagement(), anEngagement({ id: 'lumen-1', clientId: 'lumen', name: 'Advisory' })],
    sessions: [aSession({ start: '2026-11-24T10:00' })],
    entries: [anEntry({ engagementId: 'lumen-1' })],
  })
  return { ...plan, practice: { ...plan.practice, timer } }
}

/** The lines, those of a submenu indented. */
const texts = (lines: readonly TrayLine[]): string[] =>
  lines.flatMap((line) => {
    if (line.kind === 'separator') return ['—']
    return [line.text, ...(line.kind === 'choices' ? texts(line.lines).map((text) => `  ${text}`) : [])]
  })

const starts = [
  '  Platform roadmap',
  '  Lumen · Advisory',
  '  —',
  '  Northwind · Fractional CTO',
  '  Own business',
]

describe('the timer in the tray', () => {
  it('offers the next session, what was used last, and the active engagements', () => {
    expect(texts(timerLines(planWith(null), now, english))).toEqual(['Start timer', ...starts])
    expect(timerFact(planWith(null), now, english)).toBeNull()
  })

  it('shows what runs and for how long, and offers to stop and to switch', () => {
    const plan = planWith(aTimer())
    expect(texts(timerLines(plan, now, english))).toEqual([
      '0:42 Platform roadmap · Northwind',
      'Stop timer',
      'Switch to',
      ...starts,
    ])
    expect(texts(timerLines(plan, now, german)).slice(0, 3)).toEqual([
      '0:42 Platform roadmap · Northwind',
      'Timer stoppen',
      'Wechseln zu',
    ])
  })

  it('a choice carries what the timer is for', () => {
    const [choices] = timerLines(planWith(null), now, english)
    if (choices?.kind !== 'choices') throw new Error('no choices')
    expect(choices.lines[0]).toMatchObject({
      action: { do: 'timer-start', start: { note: 'Platform roadmap', session: { sessionId: 'session-1' } } },
    })
    expect(choices.lines.at(-1)).toMatchObject({
      action: { do: 'timer-start', start: { engagementId: null, note: '', billable: false } },
    })
  })
})
