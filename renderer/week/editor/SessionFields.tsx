import { useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { sessionKinds } from '../../../shared/plan/session.ts'
import { usualLead } from '../../../shared/reminders/leads.ts'
import { wallDay } from '../../../shared/time/wallClock.ts'
import { fromEpochMinute, toEpochMinute } from '../../../shared/time/zone.ts'
import { LeadSelect } from '../../reminders/LeadSelect.tsx'
import { planNow, usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Checkbox } from '../../ui/Checkbox.tsx'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { zoneOptions } from '../../ui/choices.ts'
import { classes } from '../../ui/classes.ts'
import { DateField } from '../../ui/DateField.tsx'
import { DurationField } from '../../ui/DurationField.tsx'
import { Select } from '../../ui/Select.tsx'
import { TextArea, TextField } from '../../ui/TextField.tsx'
import { TimeField } from '../../ui/TimeField.tsx'
import { rangeOf } from '../sessionActions.ts'
import { type Draft, startOf, usualTitle, withEngagement } from './draft.ts'
import type { DraftErrors } from './draftErrors.ts'
import { areaOptions, deliverableOptions, engagementOptions, NONE } from './options.ts'
import { RepeatFields } from './RepeatFields.tsx'
import styles from './SessionEditor.module.css'

export interface SessionFieldsProps {
  readonly draft: Draft
  readonly errors: DraftErrors
  /** Several new sessions at once share everything but their day. */
  readonly several: boolean
  /** Something is being typed; it is meant once its field is left. */
  readonly onType: (change: Partial<Draft>) => void
  /** Something was chosen, which is meant at once. */
  readonly onChoose: (change: Partial<Draft>) => void
  /** A field that is typed in was left. */
  readonly onLeave: () => void
  readonly onEnter: () => void
}

/** The fields of a session. */
export function SessionFields(props: SessionFieldsProps) {
  const { draft, errors, several, onType, onChoose, onLeave, onEnter } = props
  const words = useWords().session
  const plan = usePlan((whole) => whole)
  return (
    <>
      <TextField
        label={words.title}
        value={draft.title}
        error={errors.title}
        autoFocus
        placeholder={usualTitle(plan, draft, words.ownBusiness)}
        onChange={(title) => onType({ title })}
        onBlur={onLeave}
        onEnter={onEnter}
      />
      <Select
        label={words.engagement}
        options={engagementOptions(plan, words.ownBusiness)}
        value={draft.engagementId ?? NONE}
        onChange={(id) => onChoose(withEngagement(planNow(), draft, id === NONE ? null : id))}
      />
      <WhenFields {...props} />
      <div className={styles.two}>
        <Select
          label={words.kind}
          options={sessionKinds.map((kind) => ({ id: kind, label: words.kinds[kind] }))}
          value={draft.kind}
          onChange={(id) => onChoose({ kind: sessionKinds.find((kind) => kind === id) ?? draft.kind })}
        />
        {several ? null : (
          <RepeatFields
            repeat={draft.repeat}
            day={draft.day ?? wallDay('1970-01-01T00:00')}
            error={errors.repeat}
            onType={(repeat) => onType({ repeat })}
            onChoose={(repeat) => onChoose({ repeat })}
            onLeave={onLeave}
          />
        )}
      </div>
      <div className={styles.toggles}>
        <Checkbox
          label={words.tentative}
          isSelected={draft.status === 'tentative'}
          onChange={(is) => onChoose({ status: is ? 'tentative' : 'confirmed' })}
        />
        <Checkbox
          label={words.billable}
          isSelected={draft.billable}
          isDisabled={draft.engagementId === null}
          onChange={(billable) => onChoose({ billable })}
        />
      </div>
      <MoreFields {...props} />
    </>
  )
}

function WhenFields({ draft, errors, several, onType, onChoose, onLeave }: SessionFieldsProps) {
  const words = useWords().session
  const format = useFormat()
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  const start = startOf(draft)
  const home = start === null ? null : fromEpochMinute(toEpochMinute(start, draft.zone), zone)
  const length = (
    <DurationField
      label={words.length}
      minutes={draft.minutes}
      error={errors.minutes}
      onChange={(minutes) => onType({ minutes })}
      onLeave={onLeave}
    />
  )
  if (several)
    return (
      <div className={styles.two}>
        <TimeField
          label={words.start}
          minute={draft.minute}
          onChange={(minute) => onType({ minute })}
          description={words.startEmpty}
        />
        {length}
      </div>
    )
  return (
    <>
      <div className={styles.when}>
        <DateField
          label={words.day}
          day={draft.day}
          error={errors.day}
          onChange={(day) => onType({ day })}
          onPick={(day) => onChoose({ day })}
          onLeave={onLeave}
        />
        <TimeField
          label={words.start}
          minute={draft.minute}
          error={errors.start}
          onChange={(minute) => onType({ minute })}
          onLeave={onLeave}
        />
        {length}
      </div>
      {start === null || home === null || draft.minutes === null || draft.minutes <= 0 ? null : (
        <p className={styles.hint}>
          {draft.zone === zone
            ? words.ends(format.time(addMinutes(home, draft.minutes, zone)))
            : words.atHome(
                `${wallDay(home) === draft.day ? '' : `${format.dayShort(wallDay(home))}, `}${rangeOf(home, draft.minutes)}`,
              )}
        </p>
      )}
    </>
  )
}

/** The wall clock some elapsed minutes later: over a change of the clocks it is not simply so much later. */
function addMinutes(home: string, minutes: number, zone: string): string {
  return fromEpochMinute(toEpochMinute(home, zone) + minutes, zone)
}

function MoreFields({ draft, errors, onType, onChoose, onLeave }: SessionFieldsProps) {
  const all = useWords()
  const words = all.session
  const plan = usePlan((whole) => whole)
  const needed =
    draft.notes !== '' ||
    draft.areaId !== null ||
    draft.deliverableId !== null ||
    draft.travelBefore !== 0 ||
    draft.travelAfter !== 0 ||
    draft.lead !== 'usual' ||
    draft.zone !== plan.practice.settings.homeZone
  const [isOpen, setOpen] = useState(needed)
  if (!isOpen && !needed)
    return (
      <Button className={classes(styles.more)} onPress={() => setOpen(true)}>
        {words.moreFields}
      </Button>
    )
  const deliverables = deliverableOptions(plan, draft.engagementId, words.noDeliverable)
  return (
    <>
      <div className={styles.two}>
        <Select
          label={words.area}
          options={areaOptions(plan, words.noArea)}
          value={draft.areaId ?? NONE}
          onChange={(id) => onChoose({ areaId: id === NONE ? null : id })}
        />
        {deliverables.length <= 1 ? null : (
          <Select
            label={words.deliverable}
            options={deliverables}
            value={draft.deliverableId ?? NONE}
            onChange={(id) => onChoose({ deliverableId: id === NONE ? null : id })}
          />
        )}
      </div>
      <div className={styles.two}>
        <DurationField
          label={words.travelBefore}
          minutes={draft.travelBefore === 0 ? null : draft.travelBefore}
          allowEmpty
          error={errors.travelBefore}
          onChange={(minutes) => onType({ travelBefore: minutes ?? 0 })}
          onLeave={onLeave}
        />
        <DurationField
          label={words.travelAfter}
          minutes={draft.travelAfter === 0 ? null : draft.travelAfter}
          allowEmpty
          error={errors.travelAfter}
          onChange={(minutes) => onType({ travelAfter: minutes ?? 0 })}
          onLeave={onLeave}
        />
      </div>
      <LeadSelect
        label={all.reminders.own}
        lead={draft.lead}
        usual={usualLead(plan, draft)}
        onChange={(lead) => onChoose({ lead })}
      />
      <ComboBox
        label={words.zone}
        options={zoneOptions(draft.zone)}
        value={draft.zone}
        onChange={(zone) => onChoose({ zone })}
      />
      <TextArea
        label={words.notes}
        value={draft.notes}
        error={errors.notes}
        rows={2}
        onChange={(notes) => onType({ notes })}
        onBlur={onLeave}
      />
    </>
  )
}
