import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Opening } from '../../../electron/storage/opening.ts'
import type { OpenPlan } from '../../../electron/storage/openPlan.ts'
import { aFolder, openIn } from './scenario.ts'

test('a plan that could not be opened is tried again when it is asked for, and opens once', async () => {
  const folder = join(aFolder(), 'plan')
  mkdirSync(folder)
  mkdirSync(join(folder, 'journal.jsonl'))
  const opened: OpenPlan[] = []
  const opening = new Opening(
    () => openIn(folder),
    (open) => opened.push(open),
  )
  await expect(opening.get()).rejects.toThrow('EISDIR')
  await expect(opening.get()).rejects.toThrow('EISDIR')
  expect(opening.now()).toBeNull()
  rmSync(join(folder, 'journal.jsonl'), { recursive: true })
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
