import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, expect, test } from 'vitest'
import { execute } from '../../shared/commands/execute.ts'
import { type RequestName, requests } from '../../shared/ipc/contract.ts'
import type { Plan } from '../../shared/plan/plan.ts'
import { times } from '../support/effort.ts'
import type { RunningWindow } from '../support/electronApp.ts'
import { fuzzer, unmarked } from '../support/fuzz.ts'
import { noteOpened } from '../support/openedByDesktop.ts'
import { launchSample, planOf } from '../support/sampleApp.ts'

/*
 * [S11] Messages that are wrong somewhere, over every channel of the bridge: 100,000 of them in `npm run soak`. What its
 * schema refuses must be refused, what it lets through is answered, and neither ends a process, leaves a fault or
 * changes the plan. What would be carried out, since it is a valid change, is left out: the tests of commands are there
 * for that.
 */
const COUNT = times(4000, 100_000)
const SEED = 20261124
/** Channels that do something by design when they are asked rightly: a start, another passphrase, a file printed anew. */
const acting = new Set<RequestName>([
  'plan/start',
  'plan/executePart',
  'data/startAgain',
  'vault/turnOn',
  'login/set',
  'invoice/printAgain',
])
/** As many as of all others together are commands, of which there are most kinds. */
const COMMANDS = 'plan/execute'
const names = Object.keys(requests) as RequestName[]

interface Message {
  readonly name: RequestName
  /** The payload with its marks, in a list of one. */
  readonly text: string
  readonly isValid: boolean
}

let app: RunningWindow
let plan: Plan
let opened: () => Promise<readonly string[]>

beforeAll(async () => {
  app = await launchSample()
  plan = await planOf(app.page)
  // Nothing may come of a message on the desktop; whoever is asked says no.
  opened = await noteOpened(app)
  await app.app.evaluate(({ dialog }) => {
    dialog.showOpenDialog = (async () => ({ canceled: true, filePaths: [] })) as never
    dialog.showSaveDialog = (async () => ({ canceled: true, filePath: '' })) as never
    dialog.showMessageBox = (async () => ({ response: 0, checkboxChecked: false })) as never
  })
  await app.page.evaluate(`window.unmarked = ${unmarked.toString()}`)
})

/** The next messages: half of them commands, the rest over all channels in turn. */
function* messages(): Generator<Message> {
  const known = [...Object.keys(plan.practice.clients), ...Object.keys(plan.practice.engagements)]
  const makers = new Map(names.map((name, i) => [name, fuzzer(requests[name], SEED + i, known)]))
  for (let i = 0; ; i += 1) {
    const name = i % 2 === 0 ? COMMANDS : (names[(i >> 1) % names.length] ?? COMMANDS)
    const text = JSON.stringify([makers.get(name)?.()])
    // An own `__proto__` is lost on the way over the bridge: what arrives is checked.
    const checked = requests[name].safeParse(without(unmarked(text)))
    if (checked.success && wouldAct(name, checked.data)) continue
    yield { name, text, isValid: checked.success }
  }
}

/** A value without own properties of the name `__proto__`. */
function without(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(without)
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value
  const entries = Object.entries(value).filter(([key]) => key !== '__proto__')
  return Object.fromEntries(entries.map(([key, inner]) => [key, without(inner)]))
}

function wouldAct(name: RequestName, payload: unknown): boolean {
  // A request without a payload is what the app itself sends.
  if (payload === undefined || acting.has(name)) return true
  if (name !== COMMANDS) return false
  const { command } = requests[COMMANDS].parse(payload)
  return execute(plan, command).ok
}

/** Sends messages, a few at a time; how each ended. */
function send(batch: readonly Message[]): Promise<readonly ('refused' | 'answered')[]> {
  return app.page.evaluate(
    async (all) => {
      const decode = Reflect.get(window, 'unmarked') as (text: string) => unknown
      const ask = window.headroom.request as (name: string, payload: unknown) => Promise<unknown>
      const one = async ({ name, text }: { name: string; text: string }) => {
        try {
          const reply = await ask(name, decode(text))
          return (reply as { ok?: unknown } | undefined)?.ok === false ? 'refused' : 'answered'
        } catch {
          return 'refused'
        }
      }
      const ends: ('refused' | 'answered')[] = []
      for (let at = 0; at < all.length; at += 20)
        ends.push(...(await Promise.all(all.slice(at, at + 20).map(one))))
      return ends
    },
    batch.map(({ name, text }) => ({ name, text })),
  )
}

test(
  `[S11] ${COUNT} messages that are wrong somewhere, over every channel: refused or answered, and the plan stays as it is`,
  async () => {
    const tally = { refused: 0, answered: 0 }
    const seen = new Set<RequestName>()
    const wronglyAnswered: string[] = []
    const source = messages()
    for (let sent = 0; sent < COUNT; sent += 500) {
      const batch = Array.from({ length: Math.min(500, COUNT - sent) }, () => source.next().value as Message)
      const ends = await send(batch)
      for (const [i, { name, text, isValid }] of batch.entries()) {
        seen.add(name)
        tally[ends[i] ?? 'answered'] += 1
        if (!isValid && ends[i] !== 'refused') wronglyAnswered.push(`${name} ${text.slice(0, 300)}`)
      }
    }
    process.stdout.write(
      `  fuzzed: ${tally.refused} refused, ${tally.answered} answered, ${seen.size} channels\n`,
    )
    expect(wronglyAnswered).toEqual([])
    expect([...seen].sort()).toEqual([...names].sort())
    // Enough get past the schema to reach what lies behind it.
    expect(tally.answered).toBeGreaterThan(COUNT / 200)
    expect(await planOf(app.page)).toEqual(plan)
    expect(await app.page.evaluate(() => 'polluted' in {})).toBe(false)
    expect(await app.app.evaluate(() => 'polluted' in {})).toBe(false)
    expect(await opened()).toEqual([])
    expect(app.main.exitCode).toBeNull()
    expect(faults()).toEqual([])
    await app.close()
  },
  times(180_000, 1_800_000),
)

/** The lines of the log about faults of the main process, or of a page that ended. */
function faults(): readonly string[] {
  const log = join(app.userData, 'logs', 'headroom.log')
  const all = [`${log}.2`, `${log}.1`, log].filter((file) => existsSync(file))
  return all.flatMap((file) =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => /Z (uncaught|unhandled|request|page gone)/.test(line)),
  )
}
