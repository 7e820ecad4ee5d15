import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { calendarReader } from '../../../electron/exchange/calendarReader.ts'
import { LARGEST_CALENDAR } from '../../../shared/exchange/largestCalendar.ts'
import { until } from '../../support/until.ts'
import { calendarText, eventText } from '../exchange/calendarText.ts'

const folder = mkdtempSync(join(tmpdir(), 'headroom-calendar-'))
const worker = pathToFileURL(join(folder, 'worker.mjs'))
const event = calendarText([eventText('DTSTART;TZID=Europe/Berlin:20261201T090000', 'SUMMARY:Zürich')])

beforeAll(async () => {
  await build({
    configFile: false,
    logLevel: 'silent',
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      rolldownOptions: {
        input: fileURLToPath(new URL('../../../electron/exchange/worker.ts', import.meta.url)),
        output: { format: 'es', entryFileNames: 'worker.mjs' },
      },
    },
  })
})

afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

/** A thread that does what a test wants. */
function threadOf(name: string, script: string): URL {
  return pathToFileURL(file(`${name}.mjs`, script))
}

describe('the calendar thread', () => {
  const reader = calendarReader(worker)

  it('reads a file', async () => {
    expect(await reader.readFile(file('work.ics', event))).toMatchObject({
      state: 'read',
      name: 'work.ics',
      calendar: { problems: [] },
      pieces: 1,
    })
    expect(JSON.parse(reader.piece(0) ?? '')).toMatchObject([
      { title: 'Zürich', start: { wall: '2026-12-01T09:00', zone: 'Europe/Berlin' } },
    ])
  })

  it('reads the bytes of a file, under its name alone', async () => {
    expect(await reader.readBytes('/somewhere/work.ics', Buffer.from(event))).toMatchObject({
      state: 'read',
      name: 'work.ics',
    })
  })

  it.each([
    ['UTF-16', Buffer.from(`\ufeff${event}`, 'utf16le'), []],
    [
      'one byte a letter',
      Buffer.from(event, 'latin1'),
      [{ code: 'encoding-guessed', line: 1, params: { encoding: 'windows-1252' } }],
    ],
  ])('reads %s and says when it guessed', async (_, bytes, problems) => {
    expect(await reader.readFile(file('other.ics', bytes))).toMatchObject({
      state: 'read',
      calendar: { problems },
    })
    expect(JSON.parse(reader.piece(0) ?? '')).toMatchObject([{ title: 'Zürich' }])
  })

  it('refuses what is no calendar', async () => {
    expect(await reader.readFile(file('page.ics', '<html>'))).toEqual({
      state: 'failed',
      code: 'not-a-calendar',
      params: { line: 1, found: '<html>' },
    })
  })

  it.each([
    ['a file that is not there', () => join(folder, 'nothing.ics')],
    ['a folder', () => folder],
  ])('refuses %s', async (_, path) => {
    expect(await reader.readFile(path())).toMatchObject({ state: 'failed', code: 'unreadable-file' })
  })

  it('refuses a file that is too large without reading it', async () => {
    const neverAsked = calendarReader(threadOf('never', 'throw new Error("read all the same")'))
    const path = file('large.ics', new Uint8Array(LARGEST_CALENDAR + 1))
    expect(await neverAsked.readFile(path)).toEqual({
      state: 'failed',
      code: 'too-large',
      params: { megabytes: 50 },
    })
  })

  it('says how far it is, and gives thousands of events in pieces, each once', async () => {
    const told: { part: number; count: number }[] = []
    const watched = calendarReader(worker, (progress) => told.push(progress))
    const events = Array.from({ length: 5000 }, (_, i) =>
      eventText(`UID:${i}`, 'DTSTART:20261201T090000Z', 'DURATION:PT1H', `SUMMARY:${i}`),
    )
    const reply = await watched.readBytes('many.ics', Buffer.from(calendarText(events)))
    if (reply.state !== 'read') throw new Error(reply.state)
    const pieces = Array.from({ length: reply.pieces }, (_, i) => watched.piece(i))
    expect(pieces.length).toBeGreaterThan(1)
    expect(pieces.flatMap((piece) => JSON.parse(piece ?? '')).map(({ title }) => title)).toEqual(
      events.map((_, i) => String(i)),
    )
    expect([watched.piece(0), watched.piece(pieces.length)]).toEqual([null, null])
    expect(told.length).toBeGreaterThan(1)
    expect(
      told.every(({ part, count }, i) => part > (told[i - 1]?.part ?? 0) && part < 1 && count <= 5000),
    ).toBe(true)
  })

  it('ends the thread when told to, at whatever it is', async () => {
    const beats = join(folder, 'beats.txt')
    const script = `import { appendFileSync } from 'node:fs'; for (;;) appendFileSync(${JSON.stringify(beats)}, '.')`
    const endless = calendarReader(threadOf('endless', script))
    const reply = endless.readBytes('a.ics', Buffer.from(event))
    await until('the thread runs', () => existsSync(beats))
    await endless.stop()
    expect(await reply).toEqual({ state: 'cancelled' })
    const left = statSync(beats).size
    await new Promise((later) => setTimeout(later, 100))
    expect(statSync(beats).size).toBe(left)
  })

  it('gives up one reading for a newer one', async () => {
    const two = calendarReader(worker)
    const first = two.readBytes('a.ics', Buffer.from(event))
    expect(await two.readFile(file('newer.ics', event))).toMatchObject({ state: 'read', name: 'newer.ics' })
    expect(await first).toEqual({ state: 'cancelled' })
    await two.stop()
    expect(two.piece(0)).toBeNull()
  })

  it('ends a thread that takes too long', async () => {
    const limits = { milliseconds: 50, megabytes: 64 }
    const slow = calendarReader(threadOf('slow', 'for (;;) {}'), () => {}, limits)
    expect(await slow.readBytes('a.ics', Buffer.from(event))).toEqual({
      state: 'failed',
      code: 'too-slow',
      params: { seconds: 0.05 },
    })
  })

  it.each([
    ['throws', 'throw new Error("broken")', 'broken'],
    ['ends without an answer', 'process.exit(3)', 'exit code 3'],
    ['runs out of memory', 'const kept = []; for (;;) kept.push(new Array(1e6).fill(kept.length))', 'memory'],
  ])('answers when its thread %s', async (name, script, detail) => {
    const limits = { milliseconds: 20_000, megabytes: 64 }
    const broken = calendarReader(threadOf(name.split(' ')[0] ?? '', script), () => {}, limits)
    expect(await broken.readBytes('a.ics', Buffer.from(event))).toMatchObject({
      state: 'failed',
      code: 'reader-failed',
      params: { detail: expect.stringContaining(detail) },
    })
  })
})
