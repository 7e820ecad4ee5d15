import type { AskedProblem } from '../../shared/capacity/sayYes/asked.ts'
import { clientOptions } from '../clients/clientOptions.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { ComboBox } from '../ui/ComboBox.tsx'
import { weekdayOptions, zoneOptions } from '../ui/choices.ts'
import { DateField } from '../ui/DateField.tsx'
import { DurationField } from '../ui/DurationField.tsx'
import { Select } from '../ui/Select.tsx'
import { TextField } from '../ui/TextField.tsx'
import { TimeField } from '../ui/TimeField.tsx'
import { newMeeting, type Question, type QuestionMeeting } from './question.ts'
import styles from './SayYes.module.css'

interface QuestionFieldsProps {
  readonly question: Question
  readonly problems: readonly AskedProblem[]
  /** A prospect that exists: whose it is, is known. */
  readonly isProspect: boolean
  readonly onChange: (question: Question) => void
}

const NEW = 'new'

/** What is asked: for whom, how much, from when to when, with which meetings. What is wrong is said at its field. */
export function QuestionFields({ question, problems, isProspect, onChange }: QuestionFieldsProps) {
  const words = useWords().capacity.sayYes
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  const { meetings } = question
  const set = (change: Partial<Question>) => onChange({ ...question, ...change })
  const error = (field: 'amount' | 'start' | 'end') => {
    const problem = problems.find((other) => other.field === field)
    return problem === undefined ? null : words.problems[`${problem.field}-${problem.code}`]
  }
  const change = (id: string, to: Partial<QuestionMeeting>) =>
    set({ meetings: meetings.map((one) => (one.id === id ? { ...one, ...to } : one)) })
  return (
    <div className={styles.fields}>
      <DurationField
        label={words.amount}
        minutes={question.minutes}
        inHours
        isLive
        step={60}
        autoFocus
        error={error('amount')}
        onChange={(minutes) => set({ minutes })}
      />
      <div className={styles.two}>
        <DateField
          label={words.start}
          day={question.start}
          error={question.start === null ? words.noStart : error('start')}
          onChange={(start) => set({ start })}
        />
        <DateField
          label={words.end}
          day={question.end}
          description={words.endHelp}
          error={error('end')}
          onChange={(end) => set({ end })}
        />
      </div>
      {isProspect ? null : <ClientFields question={question} set={set} />}
      <fieldset className={styles.meetings}>
        <legend>{words.meetings}</legend>
        {meetings.map((meeting, i) => (
          <MeetingFields
            key={meeting.id}
            meeting={meeting}
            number={i + 1}
            isBad={problems.some((problem) => problem.field === 'meeting' && problem.meeting === i)}
            onChange={(to) => change(meeting.id, to)}
            onRemove={() => set({ meetings: meetings.filter((one) => one.id !== meeting.id) })}
          />
        ))}
        <Button size="small" icon="plus" onPress={() => set({ meetings: [...meetings, newMeeting(zone)] })}>
          {words.addMeeting}
        </Button>
      </fieldset>
    </div>
  )
}

function ClientFields({
  question,
  set,
}: {
  readonly question: Question
  readonly set: (change: Partial<Question>) => void
}) {
  const words = useWords().capacity.sayYes
  const clients = usePlan((plan) => plan.practice.clients)
  const options = clientOptions(clients, ({ archived }) => !archived)
  return (
    <div className={styles.two}>
      <Select
        label={words.client}
        options={[{ id: NEW, label: words.newClient }, ...options]}
        value={question.clientId ?? NEW}
        onChange={(id) => set({ clientId: id === NEW ? null : id })}
      />
      {question.clientId === null ? (
        <TextField
          label={words.clientName}
          value={question.name}
          placeholder={words.clientNameHelp}
          onChange={(name) => set({ name })}
        />
      ) : (
        <span />
      )}
    </div>
  )
}

interface MeetingFieldsProps {
  readonly meeting: QuestionMeeting
  readonly number: number
  readonly isBad: boolean
  readonly onChange: (change: Partial<QuestionMeeting>) => void
  readonly onRemove: () => void
}

const intervals = [1, 2, 3, 4] as const

function MeetingFields({ meeting, number, isBad, onChange, onRemove }: MeetingFieldsProps) {
  const words = useWords().capacity.sayYes
  const { language } = useFormat()
  const { weekday, minute, minutes, zone, everyWeeks } = meeting
  const every = intervals.some((weeks) => weeks === everyWeeks) ? intervals : [...intervals, everyWeeks]
  return (
    <fieldset aria-label={words.meetingNumber(number)} className={styles.meeting}>
      <Select
        label={words.weekday}
        options={weekdayOptions(language)}
        value={String(weekday)}
        onChange={(id) => onChange({ weekday: Number(id) })}
      />
      <TimeField label={words.time} minute={minute} onChange={(to) => onChange({ minute: to })} />
      <DurationField
        label={words.length}
        minutes={minutes}
        isLive
        error={isBad ? words.problems['meeting-length'] : null}
        onChange={(to) => onChange({ minutes: to })}
      />
      <Select
        label={words.every}
        options={every.map((weeks) => ({ id: String(weeks), label: words.everyWeeks(weeks) }))}
        value={String(everyWeeks)}
        onChange={(id) => onChange({ everyWeeks: Number(id) })}
      />
      <ComboBox
        label={words.zone}
        options={zoneOptions(zone)}
        value={zone}
        onChange={(to) => onChange({ zone: to })}
      />
      <IconButton
        icon="close"
        variant="quiet"
        size="small"
        label={words.removeMeeting(number)}
        onPress={onRemove}
      />
    </fieldset>
  )
}
