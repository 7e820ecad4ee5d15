import { applyPatches } from 'immer'
import { describe, expect, it } from 'vitest'
import { execute } from '../../../../shared/commands/execute.ts'
import { Command } from '../../../../shared/commands/registry.ts'
import { readWorked } from '../../../../shared/exchange/time/readWorked.ts'
import { noReadingChoices, type WorkedRead } from '../../../../shared/exchange/time/workedFile.ts'
import {
  groupName,
  noWorkedChoices,
  proposeWorked,
  type Target,
  type WorkedChoices,
} from '../../../../shared/exchange/time/workedProposal.ts'
import { importCommand } from '../../../../shared/exchange/time/workedWrites.ts'
import type { Plan } from '../../../../shared/plan/plan.ts'
import { aClient, anEngagement, anEntry, aPlan, HOME } from '../../../support/builders.ts'
import { table, toggl } from './trackerFiles.ts'

function read(text: string): WorkedRead {
  const result = readWorked(text, { value: 'utf-8', how: 'found' }, noReadingChoices(HOME), () => {})
  if (!result.ok) throw new Error(result.code)
  return result.read
}

const short = (...rows: readonly string[]) => read(table('Date,Client,Project,Notes,Hours', ...rows))

/** A plan with Northwind, and one engagement for it. */
const northwind = aPlan({ clients: [aClient()], engagements: [anEngagement()] })

function commandOf(plan: Plan, file: WorkedRead, choices: Partial<WorkedChoices> = {}) {
  const all = { ...noWorkedChoices, ...choices }
  const proposal = proposeWorked(plan, file, all, {})
  let made = 0
  return importCommand(plan, file, proposal, all, {
    newId: () => `new-${++made}`,
    language: 'en',
    source: 'toggl.csv',
    zone: HOME,
    today: '2026-11-25',
  })
}

function imported(plan: Plan, file: WorkedRead, choices: Partial<WorkedChoices> = {}) {
  const command = commandOf(plan, file, choices)
  if (command === null) return null
  const result = execute(plan, Command.parse(command))
  if (!result.ok) throw new Error(JSON.stringify(result.refusal))
  return result
}

const entriesOf = (plan: Plan) => Object.values(plan.years).flatMap(({ entries }) => Object.values(entries))

describe('an import of worked time', () => {
  it('writes what the file says, and nothing that it does not say', () => {
    const { plan } = imported(northwind, read(toggl)) ?? {}
    expect(plan && entriesOf(plan)).toEqual([
      {
        id: expect.stringMatching(/^w-toggl:[0-9a-f]{16}$/),
        engagementId: 'northwind-cto',
        day: '2026-11-23',
        start: '2026-11-23T09:00',
        zone: HOME,
        minutes: 90,
        note: 'Review: Roadmap, draft [board, q4]',
        areaId: null,
        deliverableId: null,
        billable: true,
        session: null,
        lateFor: null,
        importKey: expect.stringMatching(/^toggl:[0-9a-f]{16}$/),
      },
      expect.objectContaining({ engagementId: null, day: '2026-11-24', note: 'Taxes', billable: false }),
    ])
  })

  it('adds nothing the second time, and of an overlapping file what is new', () => {
    const rows = (from: number, to: number) =>
      Array.from(
        { length: to - from },
        (_, i) => `2026-11-${String(from + i).padStart(2, '0')},Northwind,,x,1`,
      )
    const first = imported(northwind, short(...rows(1, 20)))?.plan ?? northwind
    expect(commandOf(first, short(...rows(1, 20)))).toBe(null)
    const overlapping = short(...rows(10, 25))
    expect(proposeWorked(first, overlapping, noWorkedChoices, {})).toMatchObject({ rows: 5, there: 10 })
    const second = imported(first, overlapping)?.plan ?? first
    expect(
      entriesOf(second)
        .map(({ day }) => day)
        .sort(),
    ).toEqual(rows(1, 25).map((row) => row.slice(0, 10)))
  })

  it('is one step, and its inverse leads back', () => {
    const done = imported(northwind, short('2026-11-23,Acme,Audit,x,1', '2025-01-07,Northwind,,y,2'), {
      targets: { [groupName({ client: 'Acme', project: 'Audit' })]: { kind: 'create' } },
    })
    expect(done && applyPatches(done.plan, [...done.inverse])).toEqual(northwind)
    expect(done && applyPatches(northwind, [...done.patches])).toEqual(done?.plan)
  })

  it('creates a client once for its projects, and an engagement under a client that is here', () => {
    const create: Target = { kind: 'create' }
    const file = short('2026-11-23,Acme,Audit,x,1', '2026-11-20,acme ,Board,y,1', '2026-11-21,Lumen,,z,1')
    const targets = Object.fromEntries(file.groups.map((group) => [groupName(group), create]))
    const plan = aPlan({ clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen' })] })
    const command = commandOf(plan, file, { targets })
    expect(command?.clients.map(({ name }) => name)).toEqual(['acme'])
    expect(command?.engagements.map(({ name, clientId, terms }) => [name, clientId, terms[0]?.from])).toEqual(
      [
        ['Board', 'new-1', '2026-11-20'],
        ['Audit', 'new-1', '2026-11-23'],
        ['Lumen', 'lumen', '2026-11-21'],
      ],
    )
  })

  it('leaves rows for a client that nobody knows until it is said where they go', () => {
    const file = short('2026-11-23,Acme,,x,1', '2026-11-23,Northwind,,y,1')
    expect(proposeWorked(northwind, file, noWorkedChoices, {})).toMatchObject({ rows: 1, open: 1 })
    expect(commandOf(northwind, file)?.entries.map(({ note }) => note)).toEqual(['y'])
  })

  it('remembers where a client went, unless its engagement is gone', () => {
    const file = short('2026-11-23,Acme,,x,1')
    const name = groupName({ client: 'Acme', project: '' })
    const groupWith = (target: Target) =>
      proposeWorked(northwind, file, noWorkedChoices, { [name]: target }).groups[0]
    expect(groupWith({ kind: 'engagement', id: 'northwind-cto' })).toMatchObject({
      how: 'remembered',
      target: { kind: 'engagement', id: 'northwind-cto' },
    })
    expect(groupWith({ kind: 'engagement', id: 'gone' })).toMatchObject({ how: 'none', target: null })
  })

  it('[T4] enters closed time late where the user wants it, and then does not know it as new', () => {
    const plan = { ...northwind, practice: { ...northwind.practice, closedThrough: '2026-10-31' } }
    const file = short('2026-10-30,Northwind,,closed,1', '2026-11-01,Northwind,,open,1')
    const late = { ...noWorkedChoices, late: true }
    expect(proposeWorked(plan, file, late, {})).toMatchObject({ rows: 2, minutes: 120, late: 1, closed: 0 })
    const after = imported(plan, file, late)?.plan ?? plan
    expect(entriesOf(after).map(({ day, start, lateFor }) => [day, start, lateFor])).toEqual([
      ['2026-11-25', null, '2026-10-30'],
      ['2026-11-01', null, null],
    ])
    expect(proposeWorked(after, file, late, {})).toMatchObject({ rows: 0, there: 2 })
  })

  it('leaves closed time as it is', () => {
    const plan = { ...northwind, practice: { ...northwind.practice, closedThrough: '2026-10-31' } }
    const file = short('2026-10-31,Northwind,,closed,1', '2026-11-01,Northwind,,open,1')
    expect(proposeWorked(plan, file, noWorkedChoices, {})).toMatchObject({ rows: 1, closed: 1 })
    expect(commandOf(plan, file)?.entries.map(({ note }) => note)).toEqual(['open'])
    const command = commandOf(northwind, file)
    expect(command && execute(plan, command)).toMatchObject({
      ok: false,
      refusal: { path: ['entries', 0, 'day'], code: 'period-closed' },
    })
  })

  it('never writes over an entry: what is there under the same identity refuses the command', () => {
    const command = commandOf(northwind, short('2026-11-23,Northwind,,x,1'))
    const key = command?.entries[0]?.importKey ?? ''
    const plan = aPlan({
      clients: [aClient()],
      engagements: [anEngagement()],
      entries: [anEntry({ importKey: key, note: 'edited here' })],
    })
    expect(command && execute(plan, command)).toMatchObject({
      ok: false,
      refusal: { path: ['entries', 0], code: 'already-there' },
    })
    expect(commandOf(plan, short('2026-11-23,Northwind,,x,1'))).toBe(null)
  })

  it('bills what the file does not say as chosen, and own business never', () => {
    const file = short('2026-11-23,Northwind,,x,1', '2026-11-23,,,y,1')
    const billable = (choice: boolean) =>
      commandOf(northwind, file, { billable: choice })?.entries.map((entry) => entry.billable)
    expect([billable(true), billable(false)]).toEqual([
      [true, false],
      [false, false],
    ])
  })
})
