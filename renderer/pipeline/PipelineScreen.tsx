import { useMemo, useState } from 'react'
import { type PipelineSum, pipelineSums, prospects } from '../../shared/pipeline/prospects.ts'
import { commitmentOn, type Engagement } from '../../shared/plan/engagement.ts'
import { maxDay } from '../../shared/time/day.ts'
import { runAction } from '../actions/actions.ts'
import { SayYesDialog } from '../sayYes/SayYesDialog.tsx'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen } from '../ui/Screen.tsx'
import { LostDialog, WonDialog } from './DecideDialogs.tsx'
import { OutcomeSection } from './OutcomeSection.tsx'
import styles from './Pipeline.module.css'
import { ProspectDialog } from './ProspectDialog.tsx'
import { ProspectTable } from './ProspectTable.tsx'
import { TouchSection } from './TouchSection.tsx'

type Open =
  | { readonly what: 'new' }
  | { readonly what: 'edit' | 'ask' | 'won' | 'lost'; readonly engagement: Engagement }
  | null

/** What may come, whom to keep in touch with, and what came of what is over. */
export function PipelineScreen() {
  const words = useWords()
  const [open, setOpen] = useState<Open>(null)
  const close = () => setOpen(null)
  const newProspect = (
    <Button variant="primary" onPress={() => setOpen({ what: 'new' })}>
      {words.pipeline.newProspect}
    </Button>
  )
  return (
    <Screen
      title={words.pipeline.title}
      body="full"
      actions={
        <>
          <Button onPress={() => runAction('rates')}>{words.rates.open}</Button>
          <Button onPress={() => runAction('sayYes')}>{words.app.actions.sayYes}</Button>
          {newProspect}
        </>
      }
    >
      <div className={styles.page}>
        <Prospects onOpen={setOpen} add={newProspect} />
        <TouchSection />
        <OutcomeSection />
      </div>
      {open?.what === 'new' ? <ProspectDialog engagement={null} onClose={close} /> : null}
      {open?.what === 'edit' ? <ProspectDialog engagement={open.engagement} onClose={close} /> : null}
      {open?.what === 'ask' ? <FullAnswer engagement={open.engagement} onClose={close} /> : null}
      {open?.what === 'won' ? <WonDialog engagement={open.engagement} onClose={close} /> : null}
      {open?.what === 'lost' ? <LostDialog engagement={open.engagement} onClose={close} /> : null}
    </Screen>
  )
}

/** The question with all of its answer: which weeks, which meetings, what breaks. */
function FullAnswer({
  engagement,
  onClose,
}: {
  readonly engagement: Engagement
  readonly onClose: () => void
}) {
  const { id: engagementId, clientId, start, end } = engagement
  const today = useToday()
  const commitment = commitmentOn(engagement, maxDay(start ?? today, today))
  return <SayYesDialog about={{ engagementId, clientId, start, end, commitment }} onClose={onClose} />
}

function Prospects({
  onOpen,
  add,
}: {
  readonly onOpen: (open: Open) => void
  readonly add: React.ReactNode
}) {
  const words = useWords().pipeline
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const list = useMemo(() => prospects(plan, today), [plan, today])
  const sums = useMemo(() => pipelineSums(list), [list])
  if (list.length === 0)
    return <EmptyState icon="pipeline" title={words.none} text={words.noneText} actions={add} />
  return (
    <section aria-labelledby="prospects" className={styles.section}>
      <div className={styles.sectionHead}>
        <h2 id="prospects">{words.prospects}</h2>
        <Sums sums={sums} />
      </div>
      <ProspectTable
        prospects={list}
        onEdit={(engagement) => onOpen({ what: 'edit', engagement })}
        onAsk={(engagement) => onOpen({ what: 'ask', engagement })}
        onWon={(engagement) => onOpen({ what: 'won', engagement })}
        onLost={(engagement) => onOpen({ what: 'lost', engagement })}
      />
    </section>
  )
}

/** What can be counted on in each currency, of what it would be in all. */
function Sums({ sums }: { readonly sums: readonly PipelineSum[] }) {
  const words = useWords().pipeline
  const format = useFormat()
  return (
    <p className={styles.sums}>
      {sums.map(({ currency, value, weighted }) => (
        <span key={currency}>
          {words.sum(format.money(weighted, currency, 'whole'), format.money(value, currency, 'whole'))}
        </span>
      ))}
    </p>
  )
}
