import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { workedReader } from '../../../electron/exchange/workedReader.ts'
import { noReadingChoices, type WorkedRead } from '../../../shared/exchange/time/workedFile.ts'
import type { WorkedReply } from '../../../shared/ipc/exchangeContract.ts'
import { HOME } from '../../support/builders.ts'
import { table } from '../exchange/time/trackerFiles.ts'

const folder = mkdtempSync(join(tmpdir(), 'headroom-table-'))
const worker = pathToFileURL(join(folder, 'worker.mjs'))
const text = table('Date,Client,Notes,Hours', '2026-11-23,Zürich,“x”,1.5')
const choices = noReadingChoices(HOME)

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

function readOf(reply: WorkedReply): Pick<WorkedRead, 'groups' | 'assumptions'> {
  if (reply.state !== 'read') throw new Error(JSON.stringify(reply))
  return JSON.parse(reply.read)
}

describe('the thread that reads tables', () => {
  const reader = workedReader(worker, () => {})

  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8', 'found'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8', 'found'],
    ['UTF-8, cut in a letter', Buffer.concat([Buffer.from(text), Buffer.from([0xc3])]), 'utf-8', 'found'],
    ['UTF-16', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le', 'found'],
    ['UTF-16, big end first', Buffer.from(`\ufeff${text}`, 'utf16le').swap16(), 'utf-16be', 'found'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le', 'assumed'],
    ['Latin-1', Buffer.from(text.replaceAll(/[“”]/g, "'"), 'latin1'), 'windows-1252', 'assumed'],
  ])('finds out that letters are %s', async (_name, bytes, encoding, how) => {
    const { groups, assumptions } = readOf(await reader.readBytes('a.csv', bytes, choices))
    expect(groups[0]?.client).toBe('Zürich')
    expect(assumptions.encoding).toEqual({ value: encoding, how })
  })

  it('reads a file, and the same again under other choices', async () => {
    const path = join(folder, 'times.csv')
    writeFileSync(path, text)
    expect(readOf(await reader.readFile(path, choices)).groups).toEqual([{ client: 'Zürich', project: '' }])
    const again = readOf(await reader.readAgain({ ...choices, encoding: 'windows-1252' }))
    expect(again.groups[0]?.client).toBe('ZÃ¼rich')
    expect(await reader.readFile(join(folder, 'none.csv'), choices)).toMatchObject({
      code: 'unreadable-file',
    })
  })

  it('can be stopped', async () => {
    const reply = reader.readBytes('a.csv', Buffer.from(text), choices)
    reader.stop()
    expect(await reply).toEqual({ state: 'cancelled' })
  })
})
