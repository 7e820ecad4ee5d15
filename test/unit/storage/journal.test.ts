import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Disk, nodeDisk } from '../../../electron/storage/disk.ts'
import { Journal } from '../../../electron/storage/journal.ts'
import { systemError } from '../../support/shadowDisk.ts'
import { aFolder } from './scenario.ts'

function aJournal(
  disk: Partial<Disk> = {},
  pause: (milliseconds: number) => Promise<void> = () => Promise.resolve(),
) {
  const file = join(aFolder(), 'journal.jsonl')
  const failures: string[] = []
  const journal = new Journal({
    disk: { ...nodeDisk, ...disk },
    file,
    goodLength: 0,
    prepare: async () => {},
    rebuild: async () => {},
    onSaved: () => {},
    onFailed: (error) => failures.push(String(error)),
    pause,
  })
  return { journal, failures, text: () => readFileSync(file, 'utf8') }
}

test('a line that comes the moment the one before is saved is saved too', async () => {
  const { journal, text } = aJournal()
  let expected = ''
  for (let i = 0; i < 200; i += 1) {
    await journal.append(`${i}\n`)
    expected += `${i}\n`
  }
  expect(text()).toBe(expected)
  expect(journal.idle()).toBe(true)
  journal.close()
})

test('lines are in the order in which they came, however they come', async () => {
  const { journal, text } = aJournal()
  const numbers = Array.from({ length: 300 }, (_, i) => i)
  const appended = numbers.map(async (i) => {
    if (i % 7 === 0) await Promise.resolve()
    return journal.append(`${i}\n`)
  })
  await Promise.all(appended)
  const written = text().trimEnd().split('\n').map(Number)
  expect([...written].sort((a, b) => a - b)).toEqual(numbers)
  expect(written.filter((i) => i % 7 !== 0)).toEqual(numbers.filter((i) => i % 7 !== 0))
  journal.close()
})

test('a flush that fails makes the line be written anew, since the system may have dropped it', async () => {
  let flushes = 0
  const { journal, failures, text } = aJournal({
    flush: async (fd) => {
      flushes += 1
      if (flushes === 2) throw systemError('EIO')
      await nodeDisk.flush(fd)
    },
  })
  await journal.append('a\n')
  const written: string[] = []
  await journal.append('b\n').then(() => written.push('b'))
  expect([failures, text(), flushes]).toEqual([['Error: EIO: injected'], 'a\nb\n', 3])
  journal.close()
})

test('a device that takes a byte at a time gets them all', async () => {
  const { journal, text } = aJournal({
    write: (fd, bytes, from) => nodeDisk.write(fd, bytes.subarray(0, from + 1), from),
  })
  await journal.append('one\n')
  expect(text()).toBe('one\n')
  journal.close()
})

test('what failed half-way leaves nothing between two lines', async () => {
  let attempts = 0
  const { journal, text } = aJournal({
    write: (fd, bytes, from) => {
      attempts += 1
      if (attempts === 2) {
        nodeDisk.write(fd, bytes.subarray(0, 3), from)
        throw systemError('ENOSPC')
      }
      return nodeDisk.write(fd, bytes, from)
    },
  })
  await journal.append('first\n')
  await journal.append('second\n')
  expect(text()).toBe('first\nsecond\n')
  journal.close()
})

test('pauses between attempts grow up to ten seconds', async () => {
  const pauses: number[] = []
  let refusals = 8
  const write: Disk['write'] = (fd, bytes, from) => {
    refusals -= 1
    if (refusals >= 0) throw systemError('EROFS')
    return nodeDisk.write(fd, bytes, from)
  }
  const { journal } = aJournal({ write }, async (milliseconds) => void pauses.push(milliseconds))
  await journal.append('x\n')
  journal.close()
  expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 10_000, 10_000])
})
