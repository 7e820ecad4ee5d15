/**
 * The picture of the week as the window showed it last, kept for the next start: the page shows it in its first frame,
 * long before the app has been read. It is shown only where it is what the app will draw: of the same plan, on the same
 * desktop, in the same week. What hangs on the present is not in it (`data-passing`), and the app takes its place as soon
 * as it has drawn itself.
 */

/** Instants from the one to before the other, in milliseconds since 1970-01-01T00:00Z. */
export interface Span {
  readonly from: number
  readonly until: number
}

/** What is drawn of a record. */
export interface ShownFrame extends FrameMarkup {
  readonly menus: readonly string[]
}

/** Markup and style sheet of a picture. */
export interface FrameMarkup {
  readonly html: string
  readonly css: string
}

/** What is kept, in a file of its own beside the plan. */
export interface FrameRecord extends FrameMarkup {
  readonly version: 1
  /** Names the plan's files as they were (`planMark`). */
  readonly plan: string
  /** Names the page, the desktop and the window that it was drawn for (`surroundings`). */
  readonly surroundings: string
  /** When a start shows this week: in the week itself, or on the day on which another one was looked at. */
  readonly valid: Span
  /** The day that is marked as today. */
  readonly today: Span
  /** The titles of the menus over the page: without them it would move down when they come. */
  readonly menus: readonly string[]
}

/** Where it is kept in the folder of the user's data. */
export const FRAME_FILE = 'first-frame.json'

/** The record that a text holds; null where it holds none. Read before anything else, so it is checked without a library. */
export function readFrame(text: string | null): FrameRecord | null {
  if (text === null) return null
  try {
    const value: unknown = JSON.parse(text)
    return isFrame(value) ? value : null
  } catch {
    return null
  }
}

function isFrame(value: unknown): value is FrameRecord {
  if (typeof value !== 'object' || value === null) return false
  const { version, valid, today, menus, ...texts } = value as {
    readonly [name in keyof FrameRecord]?: unknown
  }
  const areTexts = [texts.plan, texts.surroundings, texts.html, texts.css].every(
    (text) => typeof text === 'string',
  )
  const areMenus = Array.isArray(menus) && menus.every((title) => typeof title === 'string')
  return version === 1 && areTexts && areMenus && isSpan(valid) && isSpan(today)
}

function isSpan(value: unknown): value is Span {
  if (typeof value !== 'object' || value === null) return false
  const { from, until } = value as { readonly [name in keyof Span]?: unknown }
  return typeof from === 'number' && typeof until === 'number'
}

/** What a start must find as it was beside the plan, and when it is. */
export interface FrameNow {
  readonly surroundings: string
  /** Milliseconds since 1970-01-01T00:00Z. */
  readonly now: number
}

/** What is to be shown now of a record of the same plan; null where it would not be what the app draws. */
export function frameToShow(record: FrameRecord, { surroundings, now }: FrameNow): ShownFrame | null {
  if (record.surroundings !== surroundings || !isIn(record.valid, now)) return null
  const { html, css, menus } = record
  return { html: isIn(record.today, now) ? html : html.replaceAll(TODAY, ''), css, menus }
}

/** How `frameMarkup` writes the attribute that marks today. */
const TODAY = ' aria-current="date"'

function isIn({ from, until }: Span, now: number): boolean {
  return from <= now && now < until
}
