import { type BrowserWindow, Menu } from 'electron'
import type { RequestPayload } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { addDays } from '../../shared/time/day.ts'
import { startOfDay } from '../../shared/time/zone.ts'
import { todayIn } from '../place.ts'
import type { OpenPlan } from '../storage/openPlan.ts'
import type { TextFile } from '../storage/textFile.ts'
import { frameMarkup } from './frameMarkup.ts'
import type { FrameRecord, Span } from './frameRecord.ts'
import { planMark } from './planMark.ts'
import { surroundings } from './surroundings.ts'

const MINUTE = 60_000

export interface FrameKeeperOptions {
  readonly file: TextFile
  readonly planFolder: string
  /** The picture that the last start left of the plan as it is now. */
  readonly left: FrameRecord | null
  /** The plan, once it is open. */
  readonly open: () => OpenPlan | null
  /** Whether the data is encrypted, or becomes so: then no picture of it is kept. */
  readonly isSecret: () => boolean
  /** The page for a start with a picture; null where there is none. */
  readonly page: string | null
  readonly language: string | undefined
  readonly window: BrowserWindow
  readonly now: () => number
  readonly fault: (where: string, error: unknown) => void
}

/** Keeps the picture of the week for the next start. Losing it costs nothing but the time that it saves. */
export class FrameKeeper {
  readonly #options: FrameKeeperOptions
  #kept: { readonly rev: number; readonly record: Omit<FrameRecord, 'plan'> } | null = null
  /** Whether the file holds no picture, or will not once what is being written is. */
  #isEmpty: boolean

  constructor(options: FrameKeeperOptions) {
    this.#options = options
    this.#isEmpty = (options.file.read() ?? '') === ''
    if (options.isSecret()) void this.forget()
  }

  /** The plan is open: the picture that the last start left of it is one of this revision, and stays until there is another. */
  opened(rev: number): void {
    const { left } = this.#options
    if (left !== null) this.#kept = { rev, record: left }
  }

  /** Keeps what the page shows now of the week that begins at `start`; a picture of another revision is none. */
  async keep({ rev, start, picture }: RequestPayload<'frame/keep'>): Promise<void> {
    const { open, isSecret, page } = this.#options
    const plan = open()
    if (plan === null || page === null || isSecret() || plan.host.readOnly() || plan.host.rev() !== rev)
      return
    const markup = frameMarkup(parsed(picture))
    if (markup === null) return this.forget()
    this.#kept = { rev, record: { ...this.#about(plan.host.plan(), start, page), ...markup } }
    await this.#write()
  }

  /** The plan's files are as they will be at the next start: says so of the picture, or removes one of another plan. */
  async seal(): Promise<void> {
    const { open } = this.#options
    if (this.#kept === null || open()?.host.rev() !== this.#kept.rev) return this.forget()
    await this.#write()
  }

  /** Removes the picture. */
  async forget(): Promise<void> {
    this.#kept = null
    if (this.#isEmpty) return
    this.#isEmpty = true
    await this.#save('')
  }

  async #write(): Promise<void> {
    if (this.#kept === null) return
    this.#isEmpty = false
    const record: FrameRecord = { ...this.#kept.record, plan: planMark(this.#options.planFolder) }
    await this.#save(JSON.stringify(record))
  }

  async #save(text: string): Promise<void> {
    const { file, fault } = this.#options
    await file.write(text).catch((error: unknown) => fault('frame', error))
  }

  #about(plan: Plan, start: string, page: string): Omit<FrameRecord, 'plan' | 'html' | 'css'> {
    const { language, window, now } = this.#options
    const zone = plan.practice.settings.homeZone
    const span = (from: string, until: string): Span => ({
      from: startOfDay(from, zone) * MINUTE,
      until: startOfDay(until, zone) * MINUTE,
    })
    const day = todayIn(plan, now())
    const end = addDays(start, 7)
    const today = span(day, addDays(day, 1))
    return {
      version: 1,
      surroundings: surroundings({ page, language, window, maximized: window.isMaximized() }),
      // Another week than the present one is come back to on the same day alone.
      valid: start <= day && day < end ? span(start, end) : today,
      today,
      menus: Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? [],
    }
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
