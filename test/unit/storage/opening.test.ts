import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Disk, nodeDisk } from '../../../electron/storage/disk.ts'
import { Opening } from '../../../electron/storage/opening.ts'
import type { OpenPlan } from '../../../electron/storage/openPlan.ts'
import { systemError } from '../../support/shadowDisk.ts'
import { aFolder, openIn } from './scenario.ts'

test('a plan that could not be opened is tried again when it is asked for, and opens once', async () => {
  const folder = join(aFolder(), 'plan')
  mkdirSync(folder)
  let isLocked = true
  const disk: Disk = {
    ...nodeDisk,
    read: (path) => {
      if (isLocked && path.endsWith('journal.jsonl')) throw systemError('EBUSY')
      return nodeDisk.read(path)
    },
  }
  const opened: OpenPlan[] = []
  const opening = new Opening(
    () => openIn(folder, { disk }),
    (open) => opened.push(open),
  )
  await expect(opening.get()).rejects.toThrow('EBUSY')
  await expect(opening.get()).rejects.toThrow('EBUSY')
  expect(opening.now()).toBeNull()
  isLocked = false
  const [first, second] = await Promise.all([opening.get(), opening.get()])
  expect(second).toBe(first)
  expect(opened).toEqual([first])
  expect(opening.now()).toBe(first)
  first.store.close()
})

test('a file where the folder should be is told, and stays', async () => {
  const folder = join(aFolder(), 'plan')
  writeFileSync(folder, 'not a folder')
  await expect(openIn(folder)).rejects.toThrow(/EEXIST|ENOTDIR/)
})
