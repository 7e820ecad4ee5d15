import { type KeyboardEvent, useRef, useState } from 'react'
import { GridList, GridListItem } from 'react-aria-components/GridList'
import { type EpochMinute, fromEpochMinute } from '../../shared/time/zone.ts'
import type { PlannedItem } from '../../shared/timesheet/dayPlan.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { classes } from '../ui/classes.ts'
import { AnchoredPopover } from '../ui/Popover.tsx'
import { Dot, EngagementName } from './engagementWords.tsx'
import { OtherwiseForm } from './OtherwiseForm.tsx'
import styles from './Time.module.css'
import { confirmAll, confirmAs, markNotHappened, reopen } from './timeActs.ts'

/** The planned sessions of a day. Enter confirms one as planned; E, N and Backspace say otherwise. */
export function PlannedItems({
  items,
  label,
  now,
}: {
  readonly items: readonly PlannedItem[]
  readonly label: string
  readonly now: EpochMinute
}) {
  const [editing, setEditing] = useState<string | null>(null)
  const anchor = useRef<HTMLElement | null>(null)
  const list = useRef<HTMLDivElement>(null)
  const edited = items.find(({ key }) => key === editing) ?? null
  const edit = (key: string) => {
    anchor.current = list.current?.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`) ?? null
    setEditing(key)
  }
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || !(event.target instanceof HTMLElement)) return
    if (event.target.getAttribute('role') !== 'row') return
    const item = items.find(({ key }) => key === (event.target as HTMLElement).dataset.key)
    if (item === undefined) return
    const key = event.key.toLowerCase()
    if (key === 'enter') void (item.state === 'open' && confirmAll([item]))
    else if (key === 'e') edit(item.key)
    else if (key === 'n') void (item.state !== 'not-happened' && markNotHappened(item))
    else if (key === 'backspace' || key === 'delete') void (item.state !== 'open' && reopen(item))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div ref={list} onKeyDownCapture={onKeyDown} role="presentation">
      <GridList aria-label={label} className={classes(styles.items)}>
        {items.map((item) => (
          <Item key={item.key} item={item} isOver={item.end <= now} onEdit={() => edit(item.key)} />
        ))}
      </GridList>
      <AnchoredPopover
        label={edited?.occurrence.title ?? ''}
        placement="bottom end"
        anchor={anchor}
        isOpen={edited !== null}
        onClose={() => setEditing(null)}
      >
        {edited === null ? null : (
          <OtherwiseForm key={edited.key} item={edited} onDone={() => setEditing(null)} />
        )}
      </AnchoredPopover>
    </div>
  )
}

/** Minutes that a meeting runs over, by one press. */
const OVERRUNS = [15, 30] as const

interface ItemProps {
  readonly item: PlannedItem
  readonly isOver: boolean
  readonly onEdit: () => void
}

function Item({ item, isOver, onEdit }: ItemProps) {
  const words = useWords().time
  const format = useFormat()
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  const { occurrence, state } = item
  const range = format.timeRange(fromEpochMinute(item.start, zone), fromEpochMinute(item.end, zone))
  const became = useBecame(item, isOver)
  return (
    <GridListItem
      id={item.key}
      textValue={[range, occurrence.title, became].join(', ')}
      className={classes(styles.item, styles[state], !isOver && styles.ahead)}
    >
      <Dot engagementId={occurrence.engagementId} />
      <span className={styles.itemTime}>{range}</span>
      <span className={styles.itemTitle}>
        {occurrence.title}
        <span className={styles.small}>
          <EngagementName id={occurrence.engagementId} />
          {occurrence.status === 'tentative' ? ` · ${words.tentative}` : ''}
        </span>
      </span>
      <span className={styles.itemState}>{became}</span>
      <span className={styles.itemActs}>
        {state === 'open' ? <OpenActs item={item} /> : null}
        <Button size="small" variant="quiet" onPress={onEdit}>
          {words.asWas}
        </Button>
        {state === 'open' ? (
          <Button size="small" variant="quiet" onPress={() => void markNotHappened(item)}>
            {words.notHappened}
          </Button>
        ) : (
          <Button size="small" variant="quiet" onPress={() => void reopen(item)}>
            {words.reopen}
          </Button>
        )}
      </span>
    </GridListItem>
  )
}

function OpenActs({ item }: { readonly item: PlannedItem }) {
  const words = useWords().time
  const format = useFormat()
  const { kind, start, minutes, title } = item.occurrence
  return (
    <>
      <Button size="small" icon="check" onPress={() => void confirmAll([item])}>
        {words.confirm}
      </Button>
      {(kind === 'meeting' ? OVERRUNS : []).map((over) => (
        <Button
          key={over}
          size="small"
          variant="quiet"
          aria-label={words.ranOverLabel(format.duration(over))}
          onPress={() => void confirmAs(item, { start, minutes: minutes + over, note: title })}
        >
          {words.ranOver(format.duration(over))}
        </Button>
      ))}
    </>
  )
}

/** What became of a session, in words. */
function useBecame({ state, entries, occurrence }: PlannedItem, isOver: boolean): string {
  const words = useWords().time
  const format = useFormat()
  if (state === 'open') return isOver ? words.states.open : words.stillAhead
  if (state === 'not-happened') return words.states[state]
  const worked = entries.reduce((sum, { minutes }) => sum + minutes, 0)
  return worked === occurrence.minutes
    ? words.worked(format.duration(worked))
    : words.tookInstead(format.duration(worked), format.duration(occurrence.minutes))
}
