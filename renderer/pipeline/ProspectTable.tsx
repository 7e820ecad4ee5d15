import type { Prospect } from '../../shared/pipeline/prospects.ts'
import type { Engagement } from '../../shared/plan/engagement.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { Table, type TableColumn } from '../ui/Table.tsx'
import { useAnswers } from './answers.ts'
import { DueText } from './DueText.tsx'
import styles from './Pipeline.module.css'
import { YesCell } from './YesCell.tsx'

interface ProspectTableProps {
  readonly prospects: readonly Prospect[]
  readonly onEdit: (engagement: Engagement) => void
  readonly onAsk: (engagement: Engagement) => void
  readonly onWon: (engagement: Engagement) => void
  readonly onLost: (engagement: Engagement) => void
}

/** The prospects with what they would bring and take, whether there is room for each, and the way to decide. */
export function ProspectTable({ prospects, onEdit, onAsk, onWon, onLost }: ProspectTableProps) {
  const words = useWords().pipeline
  const facts = useFactColumns()
  const answerOf = useAnswers(prospects)
  const columns: readonly TableColumn<Prospect>[] = [
    ...facts,
    {
      id: 'yes',
      label: words.columns.yes,
      cell: ({ engagement }) => (
        <YesCell name={engagement.name} answered={answerOf(engagement.id)} onAsk={() => onAsk(engagement)} />
      ),
    },
    {
      id: 'actions',
      label: words.columns.actions,
      align: 'end',
      cell: ({ engagement }) => (
        <span className={classes(styles.decide, styles.stacked)}>
          <Button size="small" aria-label={words.wonTitle(engagement.name)} onPress={() => onWon(engagement)}>
            {words.won}
          </Button>
          <Button
            size="small"
            variant="quiet"
            aria-label={words.lostTitle(engagement.name)}
            onPress={() => onLost(engagement)}
          >
            {words.lost}
          </Button>
        </span>
      ),
    },
  ]
  const edit = (id: string) => {
    const chosen = prospects.find(({ engagement }) => engagement.id === id)
    if (chosen !== undefined) onEdit(chosen.engagement)
  }
  return (
    <Table
      label={words.prospects}
      columns={columns}
      rows={prospects}
      rowId={({ engagement }) => engagement.id}
      onRowAction={edit}
    />
  )
}

function useFactColumns(): readonly TableColumn<Prospect>[] {
  const words = useWords().pipeline
  const format = useFormat()
  return [
    { id: 'prospect', label: words.columns.prospect, cell: (prospect) => <Named {...prospect} /> },
    {
      id: 'chance',
      label: words.columns.chance,
      align: 'end',
      cell: ({ engagement }) => format.percent(engagement.probability / 100),
    },
    {
      id: 'start',
      label: words.columns.start,
      cell: ({ engagement: { start } }) => (
        <span className={styles.unbroken}>{start === null ? words.noStart : format.dayMedium(start)}</span>
      ),
    },
    {
      id: 'hours',
      label: words.columns.hours,
      align: 'end',
      cell: ({ minutesAWeek }) => (minutesAWeek === null ? '–' : format.duration(minutesAWeek)),
    },
    {
      id: 'value',
      label: words.columns.value,
      align: 'end',
      cell: (prospect) => <Value {...prospect} />,
    },
    {
      id: 'contact',
      label: words.columns.contact,
      cell: ({ engagement: { nextContact }, contactOver }) => (
        <DueText day={nextContact} over={contactOver} />
      ),
    },
  ]
}

/** Whose it is, what it is for, and where it came from. */
function Named({ engagement, client }: Prospect) {
  const words = useWords().pipeline
  const { origin } = engagement
  const kind = origin === null ? '' : words.origins[origin.kind]
  return (
    <span className={classes(styles.named, styles.prospect)}>
      <span className={styles.dot} data-colour={client.colour} />
      <span className={styles.two}>
        <b>{client.name}</b>
        <span>{engagement.name}</span>
        {origin === null ? null : (
          <small>{origin.from === '' ? kind : words.originFrom(kind, origin.from)}</small>
        )}
      </span>
    </span>
  )
}

function Value({ client, value, weighted, isTyped }: Prospect) {
  const words = useWords().pipeline
  const format = useFormat()
  if (value === null || weighted === null) return '–'
  const amount = format.money(value, client.currency, 'whole')
  return (
    <span className={classes(styles.two, styles.unbroken)}>
      <span>{isTyped ? amount : words.estimated(amount)}</span>
      <small>{words.weighted(format.money(weighted, client.currency, 'whole'))}</small>
    </span>
  )
}
