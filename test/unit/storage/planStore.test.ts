import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { type Disk, nodeDisk } from '../../../electron/storage/disk.ts'
import { addDays } from '../../../shared/time/day.ts'
import { aClient, anEngagement, anEntry, aPlan, aSession } from '../../support/builders.ts'
import { type Call, ShadowDisk, systemError } from '../../support/shadowDisk.ts'
import { until } from '../../support/until.ts'
import { aFolder, day, openIn, plansOfDay, smallLimits } from './scenario.ts'

const anOwnSession = (id: string) =>
  ({ type: 'session/create', sessions: [aSession({ id, engagementId: null })] }) as const

/** A disk that makes one thing lasting after the other, so that how much comes meanwhile does not hang on its speed. */
function oneAfterTheOther(disk: Disk): Disk {
  let last: Promise<void> = Promise.resolve()
  const inTurn = (flush: () => Promise<void>): Promise<void> => {
    const done = last.then(flush)
    last = done.catch(() => {})
    return done
  }
  return {
    ...disk,
    flush: (fd) => inTurn(() => disk.flush(fd)),
    flushFolder: (folder) => inTurn(() => disk.flushFolder(folder)),
  }
}

const renamedTo = (calls: readonly Call[]) =>
  calls.filter(({ name }) => name === 'rename').map(({ path }) => path)

describe('the plan on disk', () => {
  test('comes back after a day of changes, Undo and Redo included', async () => {
    const plans = await plansOfDay()
    const folder = aFolder()
    const open = await openIn(folder, { limits: smallLimits })
    for (const step of day) await step(open)
    expect(await open.store.settle()).toBe(true)
    open.store.close()
    const again = await openIn(folder)
    expect(again.host.rev()).toBe(open.host.rev())
    expect(again.host.plan()).toEqual(plans.get(open.host.rev()))
    expect(again.host.history()).toEqual(open.host.history())
    expect(again.notices).toEqual([])
    const undone: string[] = []
    while (again.host.history().undo !== null) {
      undone.push(again.host.history().undo?.type ?? '')
      expect(await again.host.undo()).toMatchObject({ ok: true })
    }
    expect(undone.length).toBe(13)
    expect(again.host.plan()).toEqual(plans.get(0))
    again.store.close()
  })

  test('is private to its user: folders 0700, files 0600', async () => {
    const folder = join(aFolder(), 'plan')
    const open = await openIn(folder, { limits: smallLimits })
    for (const step of day) await step(open)
    await open.store.settle()
    open.store.close()
    const modes = readdirSync(folder, { recursive: true, withFileTypes: true }).map((entry) => {
      const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777
      return [entry.name, entry.isDirectory() ? 0o700 : 0o600, mode]
    })
    expect(modes.length).toBeGreaterThan(6)
    for (const [name, wanted, mode] of modes) expect([name, mode]).toEqual([name, wanted])
    expect(statSync(folder).mode & 0o777).toBe(0o700)
  })

  test('is written year by year, and the practice last, since its revision says that all are done', async () => {
    const folder = aFolder()
    const disk = new ShadowDisk(folder)
    const open = await openIn(folder, { disk })
    for (const id of ['a', 'b']) await open.host.execute(anOwnSession(id))
    await open.host.execute({
      type: 'session/change',
      id: 'a',
      scope: { kind: 'all' },
      change: { start: '2025-01-02T09:00' },
    })
    const before = disk.calls.length
    await open.store.fold()
    const written = renamedTo(disk.calls.slice(before)).filter((path) => path.endsWith('.json'))
    expect(written).toEqual(['2025.json', '2026.json', 'practice.json'])
  })

  test('[R10] with 50,000 records, a change writes its line, and folded its own year and the practice', async () => {
    const folder = aFolder()
    const days = Array.from({ length: 20 }, (_, i) => 2026 - i).flatMap((year) =>
      Array.from({ length: 1250 }, (_, i) => addDays(`${year}-01-01`, i % 360)),
    )
    const plan = aPlan({
      clients: [aClient()],
      engagements: [anEngagement()],
      sessions: days.map((one, i) => aSession({ id: `s${i}`, start: `${one}T09:00` })),
      entries: days.map((one, i) => anEntry({ id: `e${i}`, day: one, start: `${one}T09:00` })),
    })
    const first = await openIn(folder)
    await first.host.execute({ type: 'plan/start', plan: plan as never })
    await first.store.settle()
    first.store.close()
    const disk = new ShadowDisk(folder)
    const open = await openIn(folder, { disk })
    const all = { kind: 'all' } as const
    const edit = { type: 'session/change', id: 's3000', scope: all, change: { minutes: 75 } } as const
    expect(await open.host.execute(edit)).toMatchObject({ ok: true })
    expect(new Set(disk.calls.filter(({ name }) => name === 'write').map(({ path }) => path))).toEqual(
      new Set(['journal.jsonl']),
    )
    await open.store.fold()
    expect(renamedTo(disk.calls).filter((path) => path.endsWith('.json'))).toEqual([
      '2024.json',
      'practice.json',
    ])
    open.store.close()
  })

  test('nothing is written where nothing changed', async () => {
    const folder = aFolder()
    const open = await openIn(folder)
    for (const step of day.slice(0, 6)) await step(open)
    await open.store.settle()
    open.store.close()
    const disk = new ShadowDisk(folder)
    const again = await openIn(folder, { disk })
    await again.store.settle()
    again.store.close()
    expect(disk.calls.filter(({ name }) => name !== 'makeFolder')).toEqual([])
  })

  test('changes that arrive while the device is busy go there together', async () => {
    const folder = aFolder()
    const disk = new ShadowDisk(folder)
    const open = await openIn(folder, { disk })
    await open.host.execute(anOwnSession('first'))
    const before = disk.calls.length
    await Promise.all(Array.from({ length: 50 }, (_, i) => open.host.execute(anOwnSession(`s${i}`))))
    const flushes = disk.calls.slice(before).filter(({ name }) => name === 'flush')
    expect(flushes.length).toBe(2)
  })

  test('the journal stays near its limit while several hands work without a pause, and nothing is lost', async () => {
    const folder = aFolder()
    const open = await openIn(folder, {
      disk: oneAfterTheOther(nodeDisk),
      limits: { foldAt: 20_000, putAsideAt: 5000, history: { bytes: 1e9, steps: 1e9 } },
    })
    let longest = 0
    const hand = async (name: number) => {
      for (let i = 0; i < 60; i += 1) {
        await open.host.execute(anOwnSession(`h${name}n${i}`))
        longest = Math.max(
          longest,
          statSync(join(folder, 'journal.jsonl'), { throwIfNoEntry: false })?.size ?? 0,
        )
      }
    }
    await Promise.all([0, 1, 2, 3].map(hand))
    expect(open.host.rev()).toBe(240)
    expect(longest).toBeGreaterThan(20_000)
    // What comes while the documents are written lies on top.
    expect(longest).toBeLessThan(40_000)
    open.store.close()
    expect(open.troubles).toEqual([])
    expect(readdirSync(join(folder, 'history')).length).toBeGreaterThan(3)
    const again = await openIn(folder)
    expect([again.notices, again.host.rev(), again.host.plan()]).toEqual([[], 240, open.host.plan()])
    for (let i = 0; i < 240; i += 1) expect(await again.host.undo()).toMatchObject({ ok: true })
    again.store.close()
  })

  test('what an interrupted writer left is swept with the next change', async () => {
    const folder = aFolder()
    writeFileSync(join(folder, '.practice.json.tmp-0123456789ab'), 'half')
    const open = await openIn(folder)
    await open.host.execute(anOwnSession('a'))
    await open.store.settle()
    open.store.close()
    expect(readdirSync(folder).filter((name) => name.includes('.tmp-'))).toEqual([])
  })

  test('history beyond the limit goes, oldest first, and Undo ends there', async () => {
    const folder = aFolder()
    const open = await openIn(folder, { limits: { ...smallLimits, history: { bytes: 1e9, steps: 3 } } })
    for (let i = 0; i < 8; i += 1) {
      await open.host.execute(anOwnSession(`s${i}`))
      await open.store.fold()
    }
    open.store.close()
    expect(readdirSync(join(folder, 'history')).map((name) => name.slice(0, 10))).toEqual([
      '0000000006',
      '0000000007',
      '0000000008',
    ])
    const again = await openIn(folder)
    for (let i = 0; i < 3; i += 1) expect(await again.host.undo()).toMatchObject({ ok: true })
    expect(await again.host.undo()).toEqual({
      ok: false,
      refusal: { path: [], code: 'nothing-to-undo', params: {} },
    })
    again.store.close()
  })
})

describe('a disk that refuses', () => {
  const codes = [
    ['ENOSPC', 'disk-full'],
    ['EDQUOT', 'disk-full'],
    ['EROFS', 'read-only'],
    ['EACCES', 'read-only'],
    ['EBUSY', 'locked'],
    ['EIO', 'other'],
  ] as const

  test.each(codes)(
    '%s: the change is on the screen and not acknowledged until it is saved (%s)',
    async (code, why) => {
      const folder = aFolder()
      let refuses = false
      const disk = new ShadowDisk(folder, {
        fail: ({ path, name }) =>
          refuses && path === 'journal.jsonl' && name !== 'truncate' ? systemError(code) : null,
      })
      let tryAgain = () => {}
      const pause = () =>
        new Promise<void>((resume) => {
          tryAgain = resume
        })
      const open = await openIn(folder, { disk, pause })
      const seen: string[] = []
      open.host.subscribe(({ rev }) => seen.push(`broadcast ${rev}`))
      const acknowledge = (name: string) => () => void seen.push(`acknowledged ${name}`)
      await open.host.execute(anOwnSession('a')).then(acknowledge('a'))
      refuses = true
      const b = open.host.execute(anOwnSession('b')).then(acknowledge('b'))
      await until('the failure is told', () => open.states.at(-1)?.state === 'failed')
      expect(open.states.at(-1)).toEqual({ state: 'failed', why, detail: code })
      const undone = open.host.undo().then(acknowledge('undo of b'))
      const c = open.host.execute(anOwnSession('c')).then(acknowledge('c'))
      tryAgain()
      await until('another attempt', () => open.troubles.length > 1)
      expect(seen).toEqual(['broadcast 1', 'acknowledged a', 'broadcast 2', 'broadcast 3', 'broadcast 4'])
      expect(await open.store.settle()).toBe(false)
      refuses = false
      tryAgain()
      await Promise.all([b, undone, c])
      expect(seen.slice(5).sort()).toEqual(['acknowledged b', 'acknowledged c', 'acknowledged undo of b'])
      expect(open.store.state().state).toBe('saved')
      const left = aFolder()
      disk.leave(left, 'power cut')
      const again = await openIn(left)
      expect({ rev: again.host.rev(), plan: again.host.plan() }).toEqual({ rev: 4, plan: open.host.plan() })
      again.store.close()
    },
  )

  test('full at any byte: never a cut file, and every acknowledged change is there', async () => {
    const plans = await plansOfDay(day.slice(0, 9))
    for (let room = 0; room < 12_000; room += 97) {
      const folder = aFolder()
      let left = room
      const disk: ShadowDisk = new ShadowDisk(folder, { room: () => left })
      const counted = {
        ...disk,
        write: (fd: number, bytes: Uint8Array, from: number) => {
          const taken = disk.write(fd, bytes, from)
          left -= taken
          return taken
        },
      }
      const open = await openIn(folder, { disk: counted })
      let acknowledged = 0
      for (const step of day.slice(0, 9)) {
        const done = step(open).then((replies) => {
          for (const reply of replies) if (reply.ok) acknowledged = Math.max(acknowledged, reply.rev)
          return true
        })
        const isFull = until('the disk is full', () => open.store.failing()).then(() => false)
        isFull.catch(() => {})
        if (!(await Promise.race([done, isFull]))) break
      }
      const rest = aFolder()
      disk.leave(rest, 'end')
      const again = await openIn(rest)
      expect(again.notices).toEqual([])
      expect(again.host.rev()).toBeGreaterThanOrEqual(acknowledged)
      expect(again.host.plan()).toEqual(plans.get(again.host.rev()))
      again.store.close()
    }
  })

  test('documents that cannot be written are left as they were, and nothing is lost', async () => {
    const folder = aFolder()
    const first = await openIn(folder)
    for (const step of day.slice(0, 6)) await step(first)
    await first.store.settle()
    first.store.close()
    const before = readFileSync(join(folder, '2026.json'), 'utf8')
    const disk = {
      ...nodeDisk,
      rename: () => {
        throw systemError('ENOSPC')
      },
    }
    const open = await openIn(folder, { disk })
    await open.host.execute(anOwnSession('more'))
    await open.store.fold()
    expect(open.troubles).toEqual(['fold: Error: ENOSPC: injected'])
    expect(readFileSync(join(folder, '2026.json'), 'utf8')).toBe(before)
    open.store.close()
    const again = await openIn(folder)
    expect(again.host.plan()).toEqual(open.host.plan())
    again.store.close()
  })
})
