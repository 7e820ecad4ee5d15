import { mkdirSync, mkdtempSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { OfferedFiles } from '../../../electron/exchange/offeredFiles.ts'
import { calendarsIn, OpenedFiles } from '../../../electron/exchange/openedFiles.ts'
import { WatchedFolder } from '../../../electron/exchange/watchedFolder.ts'

describe('files that the desktop hands over', () => {
  it('are the calendars among the arguments, by name or by URL, in the folder of the caller', () => {
    const args = [
      '--no-sandbox',
      'a.ics',
      '/b/C.ICS',
      '.',
      'notes.txt',
      '--x.ics',
      pathToFileURL('/d e.ical').href,
    ]
    expect(calendarsIn(args, '/home')).toEqual(['/home/a.ics', '/b/C.ICS', '/d e.ical'])
    expect(calendarsIn(['file://elsewhere/x.ics'], '/home')).toEqual([])
  })

  it('wait until somebody takes them, and come at once from then on', () => {
    const opened = new OpenedFiles()
    const got: (readonly string[])[] = []
    opened.add(['/a.ics'])
    opened.add([])
    opened.give((paths) => got.push(paths))
    opened.add(['/b.ics'])
    expect(got).toEqual([['/a.ics'], ['/b.ics']])
  })

  it('are named by an id that works once, and no path of the page does', () => {
    const offered = new OfferedFiles()
    const [file] = offered.offer(['/secret/a.ics'])
    expect(file?.name).toBe('a.ics')
    expect([offered.take('/secret/a.ics'), offered.take(file?.id ?? '')]).toEqual([null, '/secret/a.ics'])
    expect(offered.take(file?.id ?? '')).toBeNull()
  })
})

const NOW = Date.parse('2026-11-24T09:30:00Z')

/** A folder, what of it was offered, and the memory that outlives a start. */
function aWatch() {
  const folder = mkdtempSync(join(tmpdir(), 'headroom-calendars-'))
  const found: string[][] = []
  let kept: string | null = null
  const file = {
    read: () => kept,
    write: async (text: string) => {
      kept = text
    },
  }
  let now = NOW
  const start = () =>
    new WatchedFolder({
      file,
      now: () => now,
      onFound: (paths) => found.push(paths.map((path) => path.slice(folder.length + 1))),
      fault: (where, fault) => {
        throw new Error(`${where}: ${String(fault)}`)
      },
    })
  const put = (name: string, text: string, secondsAgo = 60) => {
    writeFileSync(join(folder, name), text)
    utimesSync(join(folder, name), now / 1000, now / 1000 - secondsAgo)
  }
  const wait = (milliseconds: number) => {
    now += milliseconds
  }
  return { folder, found, start, put, wait, memory: () => kept }
}

describe('the watched folder', () => {
  it('offers the calendars that are there, oldest first, and each change once', async () => {
    const { folder, found, start, put } = aWatch()
    put('new.ics', 'b', 10)
    put('old.ics', 'a', 90)
    put('notes.txt', 'x')
    mkdirSync(join(folder, 'folder.ics'))
    const watch = start()
    expect(await watch.watch(folder)).toEqual({ folder, readable: true })
    await watch.look()
    put('old.ics', 'changed', 20)
    await watch.look()
    await watch.look()
    expect(found).toEqual([['old.ics', 'new.ics'], ['old.ics']])
  })

  it('remembers over a start what it offered', async () => {
    const { folder, found, start, put } = aWatch()
    put('a.ics', 'a')
    await start().watch(folder)
    const again = start()
    await again.look()
    expect([found, again.state().folder]).toEqual([[['a.ics']], folder])
  })

  it('leaves a file that is still being written, and takes it when it rests', async () => {
    const { folder, found, start, put, wait } = aWatch()
    put('a.ics', 'half', 1)
    const watch = start()
    await watch.watch(folder)
    expect(found).toEqual([])
    wait(5000)
    await watch.look()
    expect(found).toEqual([['a.ics']])
  })

  it('offers nothing again that was away for a moment', async () => {
    const { folder, found, start, put } = aWatch()
    put('a.ics', 'a')
    const watch = start()
    await watch.watch(folder)
    rmSync(join(folder, 'a.ics'))
    await watch.look()
    put('a.ics', 'a')
    await watch.look()
    expect(found).toEqual([['a.ics']])
  })

  it('passes over links, which lead elsewhere', async () => {
    const { folder, found, start } = aWatch()
    symlinkSync('/etc/passwd', join(folder, 'a.ics'))
    await start().watch(folder)
    expect(found).toEqual([])
  })

  it('says that a folder cannot be read, and goes on when it is back', async () => {
    const { folder, found, start, put } = aWatch()
    const watch = start()
    await watch.watch(folder)
    rmSync(folder, { recursive: true })
    await watch.look()
    expect(watch.state()).toEqual({ folder, readable: false })
    mkdirSync(folder)
    put('a.ics', 'a')
    await watch.look()
    expect([watch.state().readable, found]).toEqual([true, [['a.ics']]])
  })

  it('looks nowhere when it was told to stop, and begins anew with a damaged memory', async () => {
    const { folder, found, start, put } = aWatch()
    const watch = start()
    await watch.watch(folder)
    await watch.watch(null)
    put('a.ics', 'a')
    await watch.look()
    expect([watch.state(), found]).toEqual([{ folder: null, readable: true }, []])
    const damaged = new WatchedFolder({
      file: { read: () => '{"folder":1', write: async () => {} },
      now: () => NOW,
      onFound: () => {},
      fault: () => {},
    })
    expect(damaged.state().folder).toBeNull()
  })
})
