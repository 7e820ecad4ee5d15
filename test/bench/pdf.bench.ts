import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type PaperView, paperView } from '../../renderer/documents/paperView.ts'
import { invoiceDocument } from '../../shared/billing/document.ts'
import { execute } from '../../shared/commands/execute.ts'
import type { Command } from '../../shared/commands/registry.ts'
import type { InvoiceLine } from '../../shared/plan/invoice.ts'
import { emptyPlan } from '../../shared/plan/plan.ts'
import {
  aBusiness,
  aClientCommand,
  aDraft,
  aLine,
  answerSaveDialog,
  carryOut,
  draftCommand,
} from '../e2e/pdfPractice.ts'
import { newFolder } from '../support/display.ts'
import { launchHeadroom, type RunningWindow } from '../support/electronApp.ts'
import { type Bar, type Measured, report, summaryOf, within } from '../support/measure.ts'
import { pdfPeers } from './peerPages.ts'

/** Lines that fill one page, and ten. */
const SIZES = { one: 6, ten: 140 } as const
/** Each maker takes its turn this often, so that what else the machine does meets them all alike. */
const ROUNDS = 3
const RUNS = 5

const linesOf = (count: number): InvoiceLine[] =>
  Array.from({ length: count }, (_, i) =>
    aLine({ id: `l${i}`, text: `Architecture review ${i + 1}\nPlatform, week ${i + 1}`, amount: 60 + i }),
  )

/** A code to scan is nothing that the others are asked for. */
const setUp: readonly Command[] = [
  aBusiness,
  { type: 'business/change', change: { paymentCode: false } },
  aClientCommand(),
  ...Object.entries(SIZES).map(([id, count]) => draftCommand(aDraft({ id, lines: linesOf(count) }))),
]

interface Made {
  readonly times: readonly number[]
  /** CPU milliseconds of all processes a document, by round. */
  readonly cpu: readonly number[]
  readonly bytes: number
}

let window: RunningWindow
let folder: string
beforeAll(async () => {
  folder = newFolder('pdf-bench')
  window = await launchHeadroom({ now: '2026-11-30T10:00:00Z', zone: 'Europe/Berlin', locale: 'en' })
  for (const command of setUp) await carryOut(window, command)
})
afterAll(() => window?.close())

async function ours(id: keyof typeof SIZES): Promise<Made> {
  const path = join(folder, `${id}.pdf`)
  await answerSaveDialog(window, path)
  const cpu = () =>
    window.app.evaluate(({ app }) =>
      app
        .getAppMetrics()
        .reduce(
          (sum, { cpu: used }) =>
            sum + 1000 * ((used as { cumulativeCPUUsage?: number }).cumulativeCPUUsage ?? 0),
          0,
        ),
    )
  const make = (runs: number) =>
    window.page.evaluate(
      async ([asked, count]) => {
        const times: number[] = []
        for (let run = 0; run < count; run += 1) {
          const begin = performance.now()
          const { state } = await globalThis.window.headroom.request('invoice/pdf', { id: asked })
          if (state !== 'saved') throw new Error(state)
          times.push(performance.now() - begin)
        }
        return times
      },
      [id, runs] as const,
    )
  await make(1)
  const before = await cpu()
  const times = await make(RUNS)
  return { times, cpu: [((await cpu()) - before) / RUNS], bytes: readFileSync(path).length }
}

function viewOf(id: keyof typeof SIZES): PaperView {
  const plan = setUp.reduce((now, command) => {
    const done = execute(now, command)
    if (!done.ok) throw new Error(JSON.stringify(done.refusal))
    return done.plan
  }, emptyPlan('Europe/Berlin'))
  const invoice = plan.years['2026']?.invoices[id]
  if (invoice === undefined) throw new Error(`no invoice ${id}`)
  return paperView(invoiceDocument(plan, invoice, '2026-11-30'))
}

function theirs(script: string, id: keyof typeof SIZES): Made {
  const path = join(folder, `${id}.json`)
  const view = viewOf(id)
  writeFileSync(path, JSON.stringify({ ...view, closing: view.paragraphs.map(({ text }) => text) }))
  const made: Omit<Made, 'cpu'> & { readonly cpu: number } = JSON.parse(
    execFileSync(process.execPath, [script, path, String(RUNS)], { encoding: 'utf8', maxBuffer: 1e8 }),
  )
  return { ...made, cpu: [made.cpu] }
}

const OURS = 'Headroom, tagged, on disk'

function add(made: Map<string, Made>, name: string, { times, cpu, bytes }: Made): void {
  const before = made.get(name)
  made.set(name, {
    times: [...(before?.times ?? []), ...times],
    cpu: [...(before?.cpu ?? []), ...cpu],
    bytes,
  })
}

test('an invoice as PDF, beside others with the same words', async () => {
  const peers = pdfPeers()
  for (const id of ['one', 'ten'] as const) {
    const made = new Map<string, Made>()
    for (let round = 0; round < ROUNDS; round += 1) {
      add(made, OURS, await ours(id))
      for (const [name, script] of Object.entries(peers)) add(made, name, theirs(script, id))
    }
    const lines = (of: (one: Made) => Measured) => [...made.values()].map(of)
    const names = [...made.keys()]
    const named = (measured: readonly Measured[]) =>
      measured.map((line, i) => ({ ...line, what: names[i] ?? '' })).toReversed()
    const pages = id === 'one' ? 'one page' : 'ten pages'
    const times = named(lines(({ times }) => summaryOf('', times)))
    const pdfmake = times.find(({ what }) => what.startsWith('pdfmake'))
    const barred = (measured: readonly Measured[], ...bars: readonly Bar[]) =>
      measured.map((line) => (line.what === OURS ? within(line, ...bars) : line))
    report(
      `PDF of ${pages} (ms)`,
      pdfmake === undefined ? times : barred(times, { most: id === 'one' ? 0.5 : 1.5, of: pdfmake }),
    )
    report(`PDF of ${pages}, CPU (ms)`, named(lines(({ cpu }) => summaryOf('', cpu))))
    const sizes = named(lines(({ bytes }) => summaryOf('', [bytes / 1000])))
    report(`PDF of ${pages}, size (kB)`, id === 'ten' ? barred(sizes, { most: 150 }) : sizes)
    if (id === 'ten') expect(made.get(OURS)?.bytes).toBeLessThanOrEqual(150_000)
  }
})
