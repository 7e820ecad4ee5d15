import { clientOf } from '../../shared/capacity/commitment.ts'
import type { Id } from '../../shared/plan/fields.ts'
import { own } from '../../shared/plan/plan.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import styles from './Time.module.css'

/** The colour of the client that an engagement is for. */
export function Dot({ engagementId }: { readonly engagementId: Id | null }) {
  const colour = usePlan((plan) => {
    const id = clientOf(plan, engagementId)
    return id === null ? 'slate' : (own(plan.practice.clients, id)?.colour ?? 'slate')
  })
  return <span className={styles.dot} data-colour={colour} aria-hidden="true" />
}

/** Client and engagement, or own business. */
export function EngagementName({ id }: { readonly id: Id | null }) {
  const words = useWords().time
  return usePlan((plan) => {
    if (id === null) return words.ownBusiness
    const engagement = own(plan.practice.engagements, id)
    const client = engagement === undefined ? undefined : own(plan.practice.clients, engagement.clientId)
    return client === undefined ? (engagement?.name ?? '') : `${client.name} · ${engagement?.name ?? ''}`
  })
}
