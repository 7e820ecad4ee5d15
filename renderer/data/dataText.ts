import { useStore } from 'zustand'
import { type Census, recordKinds } from '../../shared/storage/census.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { fromEpochMinute } from '../../shared/time/zone.ts'
import type { Format } from '../../shared/words/format.ts'
import type { Words } from '../../shared/words/words.ts'
import { planStore } from '../state/planStore.ts'
import { useFormat } from '../state/words.ts'

/** Instants (ISO) as the planner reads them: the day and the time at home. */
export function useInstant(): (iso: string) => string {
  const format = useFormat()
  const zone = useStore(
    planStore,
    ({ status, plan, desktop }) =>
      (status === 'open' ? plan.practice.settings.homeZone : desktop?.zone) ??
      Intl.DateTimeFormat().resolvedOptions().timeZone,
  )
  return (iso) => {
    const wall = fromEpochMinute(Math.floor(Date.parse(iso) / 60_000), zone)
    return `${format.dayMedium(wallDay(wall))}, ${format.time(wall)}`
  }
}

/** What a plan holds in a line: the kinds that say most. */
export function holdsText(counts: Census, { kinds }: Words['data'], format: Format, most = 5): string {
  return recordKinds
    .filter((kind) => (counts[kind] ?? 0) > 0)
    .slice(0, most)
    .map((kind) => `${kinds[kind]}:\u00a0${format.number(counts[kind] ?? 0)}`)
    .join(' · ')
}

/** A file's size. */
export function sizeText(bytes: number, words: Words['data'], format: Format): string {
  return bytes < 1_000_000
    ? words.bytes(format.number(Math.max(1, Math.round(bytes / 1000))), 'KB')
    : words.bytes(format.number(bytes / 1_000_000, 1), 'MB')
}
