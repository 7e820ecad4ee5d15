import { useMemo, useState } from 'react'
import { type Touch, touchedCommand, touches } from '../../shared/pipeline/touches.ts'
import { addDays } from '../../shared/time/day.ts'
import { todayNow, useToday } from '../state/clock.ts'
import { planNow, usePlan } from '../state/plan.ts'
import { formatNow, useWords, wordsNow } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Table, type TableColumn } from '../ui/Table.tsx'
import { carryOut } from './carryOut.ts'
import { DueText } from './DueText.tsx'
import styles from './Pipeline.module.css'
import { TouchDialog } from './TouchDialog.tsx'
import { rhythmText, whoText } from './touchText.ts'

/** Clients and contacts to keep in touch with, the longest overdue first. */
export function TouchSection() {
  const words = useWords().pipeline
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const list = useMemo(() => touches(plan, today), [plan, today])
  const [open, setOpen] = useState<Touch | 'new' | null>(null)
  const columns = useColumns(setOpen)
  return (
    <section aria-labelledby="keep-in-touch" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="keep-in-touch">{words.touch}</h2>
        <Button size="small" onPress={() => setOpen('new')}>
          {words.touchAdd}
        </Button>
      </div>
      {list.length === 0 ? (
        <p className={styles.quiet}>{words.touchNone}</p>
      ) : (
        <Table label={words.touch} columns={columns} rows={list} rowId={({ key }) => key} />
      )}
      {open === null ? null : (
        <TouchDialog touch={open === 'new' ? null : open} onClose={() => setOpen(null)} />
      )}
    </section>
  )
}

function useColumns(onChange: (touch: Touch) => void): readonly TableColumn<Touch>[] {
  const words = useWords().pipeline
  return [
    { id: 'who', label: words.who, cell: (touch) => <Who touch={touch} /> },
    {
      id: 'rhythm',
      label: words.rhythm,
      cell: ({ everyDays }) => rhythmText(everyDays, words),
    },
    { id: 'next', label: words.next, cell: ({ next, over }) => <DueText day={next} over={over} /> },
    {
      id: 'actions',
      label: words.touchActions,
      align: 'end',
      cell: (touch) => (
        <span className={styles.decide}>
          <Button
            size="small"
            aria-label={words.contactedWho(whoText(touch))}
            onPress={() => void contacted(touch)}
          >
            {words.contacted}
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={words.changeWho(whoText(touch))}
            onPress={() => onChange(touch)}
          >
            {words.change}
          </Button>
        </span>
      ),
    },
  ]
}

function Who({ touch }: { readonly touch: Touch }) {
  const words = useWords().pipeline
  const { client, contact, isPast } = touch
  const about = [
    ...(contact === null ? [] : [contact.role, client.name]),
    ...(isPast ? [words.past] : []),
  ].filter((part) => part !== '')
  return (
    <span className={styles.named}>
      <span className={styles.dot} data-colour={client.colour} />
      <span className={styles.two}>
        <b>{contact?.name ?? client.name}</b>
        {about.length === 0 ? null : <small>{about.join(' · ')}</small>}
      </span>
    </span>
  )
}

async function contacted(touch: Touch): Promise<void> {
  const words = wordsNow().pipeline
  const today = todayNow()
  const command = touchedCommand(planNow(), touch, today)
  if (command === null) return
  const who = whoText(touch)
  const next = touch.everyDays === null ? null : addDays(today, touch.everyDays)
  const text =
    next === null ? words.contactedOnce(who) : words.contactedDone(who, formatNow().dayMedium(next))
  await carryOut(command, text)
}
