import { useMemo, useState } from 'react'
import { neededRate, type RateWish, rateProblems } from '../../shared/rates/neededRate.ts'
import { patternWeek } from '../../shared/rates/patternWeek.ts'
import { useToday } from '../state/clock.ts'
import { usePlan } from '../state/plan.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { DurationField } from '../ui/DurationField.tsx'
import { MoneyField } from '../ui/MoneyField.tsx'
import { NumberField } from '../ui/NumberField.tsx'
import { EffectiveRates } from './EffectiveRates.tsx'
import { RateSum } from './RateSum.tsx'
import styles from './Rates.module.css'
import { type RateForm, rememberedForm, rememberForm } from './rateMemory.ts'

/** From the wished year to the rate that carries it, and beside it what an hour has brought so far. */
export function RateDialog({ onClose }: { readonly onClose: () => void }) {
  const words = useWords().rates
  const today = useToday()
  const plan = usePlan((whole) => whole)
  const { currency } = plan.practice.business
  const pattern = useMemo(() => patternWeek(plan, today), [plan, today])
  const [form, setForm] = useState(() => rememberedForm(currency))
  const set = (change: Partial<RateForm>) => {
    const next = { ...form, ...change }
    setForm(next)
    rememberForm(next)
  }
  const wish = wishOf(form, pattern)
  const problems = rateProblems(wish)
  const needed = problems.length === 0 ? neededRate(wish) : null
  return (
    <Dialog
      title={words.title}
      isOpen
      size="wide"
      onClose={onClose}
      footer={<Button onPress={onClose}>{words.close}</Button>}
    >
      <div className={styles.columns}>
        <WishFields form={form} wish={wish} pattern={pattern} set={set} />
        {needed === null ? (
          <p role="status" className={styles.incomplete}>
            {problems.length === 1 && problems[0] !== undefined && form.income !== null
              ? words.problems[problems[0].field]
              : words.incomplete}
          </p>
        ) : (
          <RateSum wish={wish} needed={needed} currency={currency} />
        )}
      </div>
      <EffectiveRates needed={needed?.hourly ?? null} currency={currency} />
    </Dialog>
  )
}

type Pattern = ReturnType<typeof patternWeek>

/** What the form means: empty fields count nothing, empty times are the pattern's. */
function wishOf(form: RateForm, pattern: Pattern): RateWish {
  return {
    income: form.income ?? 0,
    costs: form.costs ?? 0,
    weeksOff: form.weeksOff ?? 0,
    minutesAWeek: form.minutesAWeek ?? pattern.minutesAWeek,
    billablePercent: form.billablePercent ?? 0,
    minutesADay: form.minutesADay ?? pattern.minutesADay,
    projectMinutes: form.projectMinutes ?? 0,
    bufferPercent: form.bufferPercent ?? 0,
  }
}

interface FieldsProps {
  readonly form: RateForm
  readonly wish: RateWish
  readonly pattern: Pattern
  readonly set: (change: Partial<RateForm>) => void
}

function WishFields({ form, wish, pattern, set }: FieldsProps) {
  const words = useWords().rates
  const format = useFormat()
  const { currency } = form
  return (
    <div className={styles.fields}>
      <MoneyField
        label={words.income}
        description={words.incomeHelp}
        minor={form.income}
        currency={currency}
        allowEmpty
        autoFocus
        onChange={(income) => set({ income })}
      />
      <MoneyField
        label={words.costs}
        description={words.costsHelp}
        minor={form.costs}
        currency={currency}
        allowEmpty
        onChange={(costs) => set({ costs })}
      />
      <NumberField
        label={words.weeksOff}
        description={words.weeksOffHelp}
        value={form.weeksOff}
        minValue={0}
        maxValue={51}
        suffix={words.weeks}
        onChange={(weeksOff) => set({ weeksOff })}
      />
      <NumberField
        label={words.billable}
        description={words.billableHelp}
        value={form.billablePercent}
        minValue={0}
        maxValue={100}
        step={5}
        suffix="%"
        onChange={(billablePercent) => set({ billablePercent })}
      />
      <DurationField
        label={words.aWeek}
        description={words.aWeekHelp(format.duration(pattern.minutesAWeek))}
        minutes={wish.minutesAWeek}
        inHours
        allowEmpty
        step={60}
        onChange={(minutesAWeek) =>
          set({ minutesAWeek: minutesAWeek === pattern.minutesAWeek ? null : minutesAWeek })
        }
      />
      <DurationField
        label={words.aDay}
        minutes={wish.minutesADay}
        inHours
        allowEmpty
        step={30}
        onChange={(minutesADay) =>
          set({ minutesADay: minutesADay === pattern.minutesADay ? null : minutesADay })
        }
      />
      <DurationField
        label={words.estimate}
        description={words.estimateHelp}
        minutes={form.projectMinutes}
        inHours
        allowEmpty
        step={60}
        onChange={(projectMinutes) => set({ projectMinutes })}
      />
      <NumberField
        label={words.buffer}
        description={words.bufferHelp}
        value={form.bufferPercent}
        minValue={0}
        maxValue={500}
        step={5}
        suffix="%"
        onChange={(bufferPercent) => set({ bufferPercent })}
      />
    </div>
  )
}
