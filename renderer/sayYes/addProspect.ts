import { workingCalendar } from '../../shared/capacity/availability.ts'
import { type Asked, askedEngagement, askedSeries } from '../../shared/capacity/sayYes/asked.ts'
import type { Command } from '../../shared/commands/registry.ts'
import { type Client, newClient } from '../../shared/plan/client.ts'
import { colourNames, type Language } from '../../shared/plan/fields.ts'
import type { Plan } from '../../shared/plan/plan.ts'

/** What the window knows beside the plan and the question. */
export interface ProspectMaking {
  readonly clientName: string
  readonly engagementName: string
  readonly meetingName: string
  readonly language: Language
  readonly newId: () => string
  readonly holidays: Parameters<typeof workingCalendar>[1]
}

/** The chance that a prospect begins with: neither sure nor hopeless. */
const EVEN_CHANCE = 50

/** One command that makes of a question a prospect, its client where it is new, and its meetings, tentative. */
export function prospectCommand(
  plan: Plan,
  asked: Asked,
  making: ProspectMaking,
): { readonly command: Command; readonly clientId: string } {
  const { newId } = making
  const client = asked.clientId === null ? newClientOf(plan, making) : null
  const clientId = client?.id ?? asked.clientId ?? ''
  const order = Math.max(0, ...Object.values(plan.practice.engagements).map((other) => other.order)) + 1
  const engagement = askedEngagement(asked, {
    id: newId(),
    clientId,
    name: making.engagementName,
    status: 'prospect',
    probability: EVEN_CHANCE,
    order,
  })
  const sessions = askedSeries(asked, workingCalendar(plan, making.holidays), () => ({
    id: newId(),
    engagementId: engagement.id,
    title: making.meetingName,
    status: 'tentative',
  }))
  const put = {
    type: 'practice/put',
    records: [
      ...(client === null ? [] : [{ kind: 'client' as const, value: client }]),
      { kind: 'engagement' as const, value: engagement },
    ],
  } as const
  const command: Command =
    sessions.length === 0 ? put : { type: 'batch', commands: [put, { type: 'session/create', sessions }] }
  return { command, clientId }
}

function newClientOf({ practice }: Plan, { clientName, language, newId }: ProspectMaking): Client {
  const all = Object.values(practice.clients)
  const taken = new Set(all.map(({ colour }) => colour))
  return newClient({
    id: newId(),
    name: clientName,
    colour:
      colourNames.find((name) => !taken.has(name)) ?? colourNames[all.length % colourNames.length] ?? 'blue',
    currency: practice.business.currency,
    paymentDays: practice.business.paymentDays,
    zone: practice.settings.homeZone,
    language,
    order: Math.max(0, ...all.map(({ order }) => order)) + 1,
  })
}
