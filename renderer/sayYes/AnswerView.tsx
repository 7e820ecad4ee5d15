import type { ReactNode } from 'react'
import type { Asked } from '../../shared/capacity/sayYes/asked.ts'
import type { BrokenMeeting } from '../../shared/capacity/sayYes/askedMeetings.ts'
import type { YesAnswer } from '../../shared/capacity/sayYes/sayYes.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import styles from './SayYes.module.css'
import { WeekBars } from './WeekBars.tsx'

interface AnswerViewProps {
  readonly answer: YesAnswer
  readonly asked: Asked
}

/** Short weeks and days that are named; the rest are counted. */
const MOST_NAMED = 5

/** The answer in one sentence, then the weeks, then what breaks. */
export function AnswerView({ answer, asked }: AnswerViewProps) {
  const words = useWords().capacity.sayYes
  const format = useFormat()
  const minutes = asked.commitment.kind === 'hoursPerWeek' ? asked.commitment.minutes : 0
  return (
    <>
      <p role="status" className={classes(styles.sentence, answer.fits ? styles.isYes : styles.isNo)}>
        {words.sentence(answer, { minutes, start: asked.start }, format)}
      </p>
      <WeekBars weeks={answer.weeks} isOpen={asked.end === null} />
      <Broken answer={answer} asked={asked} />
      <Notes answer={answer} />
    </>
  )
}

function Broken({ answer, asked }: AnswerViewProps) {
  const all = useWords()
  const words = all.capacity.sayYes
  const format = useFormat()
  const { short, meetings, deadlines, flags } = answer
  const breaking = meetings.filter(({ breaks }) => breaks)
  if (answer.fits) return null
  return (
    <Lines title={words.breaks}>
      {short.slice(0, MOST_NAMED).map((week) => (
        <li key={week.start}>{words.shortWeek(week, format)}</li>
      ))}
      {short.length <= MOST_NAMED ? null : <li>{words.moreWeeks(short.length - MOST_NAMED)}</li>}
      {breaking.map((meeting) => (
        <MeetingLine key={lineKey(meeting)} meeting={meeting} asked={asked} />
      ))}
      {deadlines.map((deadline) => (
        <li key={deadline.items.map(({ id }) => id).join()}>{words.deadline(deadline, format)}</li>
      ))}
      {deadlines.length > 0
        ? null
        : flags.map((flag) => <li key={flag.key}>{all.flags.sentence(flag, format)}</li>)}
    </Lines>
  )
}

function lineKey({ meeting, code, other }: BrokenMeeting): string {
  return `${meeting} ${code} ${other?.title ?? ''} ${other?.client ?? ''}`
}

function MeetingLine({ meeting, asked }: { readonly meeting: BrokenMeeting; readonly asked: Asked }) {
  const words = useWords().capacity.sayYes
  const format = useFormat()
  const about = asked.meetings[meeting.meeting]
  const [first] = meeting.starts
  if (about === undefined || first === undefined) return null
  const name = `${format.weekdayShort(wallDay(first))} ${format.time(first)}`
  const days = meeting.starts.slice(0, MOST_NAMED).map((start) => format.dayShort(wallDay(start)))
  const more = meeting.starts.length - days.length
  return <li>{words.brokenMeeting(name, meeting, words.days(days, more), format)}</li>
}

/** What should be known, and breaks nothing. */
function Notes({ answer }: { readonly answer: YesAnswer }) {
  const words = useWords().capacity.sayYes
  const format = useFormat()
  const close = answer.meetings.filter(({ breaks }) => !breaks)
  const off = answer.off.slice(0, MOST_NAMED).map(({ day, name }) => `${format.dayShort(day)} (${name})`)
  if (close.length === 0 && off.length === 0) return null
  return (
    <Lines title={words.notes}>
      {close.map((meeting) => (
        <li key={lineKey(meeting)}>{words.closeMeeting(meeting, format)}</li>
      ))}
      {off.length === 0 ? null : <li>{words.off(words.days(off, answer.off.length - off.length))}</li>}
    </Lines>
  )
}

function Lines({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className={styles.lines}>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  )
}
