import { describe, expect, it } from 'vitest'
import { execute } from '../../../shared/commands/execute.ts'
import { importCommand } from '../../../shared/exchange/importProposal.ts'
import type { CalendarRule } from '../../../shared/plan/calendarRule.ts'
import { aClient, anEngagement, aPlan } from '../../support/builders.ts'
import { calendarText, eventText } from './calendarText.ts'
import { imported, onlyItem, proposalFor } from './importing.ts'

const base = aPlan({
  clients: [aClient(), aClient({ id: 'lumen', name: 'Lumen', order: 2 })],
  engagements: [anEngagement(), anEngagement({ id: 'lumen-cto', clientId: 'lumen' })],
})
const rule = (given: Partial<CalendarRule>): CalendarRule => ({
  id: 'rule-1',
  by: 'title',
  text: 'steering',
  engagementId: 'lumen-cto',
  ...given,
})
const event = (title: string, ...more: string[]) =>
  calendarText(
    [eventText('DTSTART;TZID=Europe/Berlin:20261201T090000', 'DURATION:PT1H', `SUMMARY:${title}`, ...more)],
    ['X-WR-CALNAME:Work'],
  )
const found = (text: string, ...rules: CalendarRule[]) => {
  const { engagementId, why } = onlyItem(proposalFor(base, text, { rules }))
  return [engagementId, why.code, why.word]
}

describe('a kept rule', () => {
  it('finds the engagement by words of the title, whole words in any case', () => {
    expect(found(event('Monthly STEERING, budget'), rule({}))).toEqual(['lumen-cto', 'rule', 'steering'])
    expect(found(event('Steeringwheel'), rule({}))[1]).toBe('own')
  })

  it('finds it by the domain of somebody invited, below it too, never by one like it', () => {
    const byDomain = rule({ by: 'domain', text: 'Acme.example' })
    const invited = (address: string) => event('Call', `ATTENDEE:mailto:ann@${address}`)
    expect(found(invited('acme.example'), byDomain)[1]).toBe('rule')
    expect(found(invited('mail.acme.example'), byDomain)[1]).toBe('rule')
    expect(found(invited('notacme.example'), byDomain)[1]).toBe('own')
  })

  it('finds it by the name of the calendar', () => {
    expect(found(event('Call'), rule({ by: 'calendar', text: 'work' }))[0]).toBe('lumen-cto')
    expect(found(event('Call'), rule({ by: 'calendar', text: 'workshop' }))[1]).toBe('own')
  })

  it('goes before what the name of a client says, and can say own business', () => {
    expect(found(event('Northwind steering'))[0]).toBe('northwind-cto')
    expect(found(event('Northwind steering'), rule({ engagementId: null }))).toEqual([
      null,
      'rule',
      'steering',
    ])
  })

  it('gives way to one whose sign tells more, and to one with more words', () => {
    const longer = rule({ id: 'rule-2', text: 'steering budget', engagementId: 'northwind-cto' })
    const calendar = rule({ id: 'rule-3', by: 'calendar', text: 'Work', engagementId: null })
    expect(found(event('Steering budget'), calendar, rule({}), longer)[0]).toBe('northwind-cto')
  })

  it('without text, or of an engagement that is gone, says nothing', () => {
    expect(found(event('Call'), rule({ text: ' – ' }), rule({ engagementId: 'gone' }))[1]).toBe('own')
  })

  it('never moves what is here already', () => {
    const plan = imported(base, event('Steering'))
    expect(onlyItem(proposalFor(plan, event('Steering'), { rules: [rule({})] }))).toMatchObject({
      engagementId: null,
      state: 'same',
    })
  })
})

describe('keeping rules', () => {
  it('is part of the import, and they hold for the next one', () => {
    const plan = imported(base, event('Steering'), { rules: [rule({})] })
    expect(plan.practice.calendarRules).toEqual({ 'rule-1': rule({}) })
    const next = calendarText([
      eventText('UID:other', 'DTSTART:20261202T090000Z', 'DURATION:PT1H', 'SUMMARY:Steering'),
    ])
    expect(onlyItem(proposalFor(plan, next)).engagementId).toBe('lumen-cto')
  })

  it('can be all that an import does, and so can forgetting them', () => {
    const plan = imported(base, event('Steering'), { rules: [rule({})] })
    const command = importCommand(proposalFor(plan, event('Steering'), { rules: [] }))
    expect(command).toMatchObject({ sessions: [], rules: { put: [], removed: ['rule-1'] } })
    expect(imported(plan, event('Steering'), { rules: [] }).practice.calendarRules).toEqual({})
    expect(importCommand(proposalFor(plan, event('Steering'), { rules: [rule({})] }))).toBeNull()
  })

  it('ends with the engagement that they name', () => {
    const plan = imported(base, event('Call'), { rules: [rule({})] })
    const done = execute(plan, { type: 'practice/delete', kind: 'engagement', id: 'lumen-cto' })
    expect(done.ok && done.plan.practice.calendarRules).toEqual({})
  })

  it('is refused for an engagement that does not exist', () => {
    const command = importCommand(
      proposalFor(base, event('Call'), { rules: [rule({ engagementId: 'gone' })] }),
    )
    if (command === null) throw new Error('nothing to import')
    expect(execute(base, command)).toMatchObject({
      ok: false,
      refusal: { code: 'engagement-gone', path: ['rules', 'put', 0, 'engagementId'] },
    })
  })
})
