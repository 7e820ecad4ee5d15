import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import type { WhyQuestion } from '../../shared/capacity/why/question.ts'
import type { Why, WhyStep } from '../../shared/capacity/why/why.ts'
import type { Replies } from '../../shared/ipc/contract.ts'
import { wallDay } from '../../shared/time/wallClock.ts'
import { type EpochMinute, fromEpochMinute } from '../../shared/time/zone.ts'
import { bridge } from '../state/bridge.ts'
import { usePlan } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { reportFault } from '../state/report.ts'
import { useFormat, useWords } from '../state/words.ts'
import { Dialog } from '../ui/Dialog.tsx'
import { showStep } from './showStep.ts'
import styles from './Why.module.css'
import { type AskedWhy, whyStore } from './whyStore.ts'

/** Why something is impossible: the change that made it so, and those since that changed it. */
export function WhyDialog({ onClose }: { readonly onClose: () => void }) {
  const asked = useStore(whyStore, (state) => state.asked)
  return asked === null ? null : <Asked asked={asked} onClose={onClose} />
}

type Answer = Replies['why/ask'] | { readonly state: 'failed' } | null

function Asked({ asked, onClose }: { readonly asked: AskedWhy; readonly onClose: () => void }) {
  const { question, title } = asked
  const words = useWords().why
  const { answer, isBusy } = useAnswer(question)
  const isLoad = question.about.kind !== 'deadline'
  return (
    <Dialog title={words.title(title)} isOpen onClose={onClose}>
      <div className={styles.answer} aria-busy={isBusy}>
        {answer?.state === 'found' ? (
          <Found why={answer.why} isLoad={isLoad} onClose={onClose} />
        ) : (
          <p role="status" className={styles.sentence}>
            {answer?.state === 'fits'
              ? words.fits
              : answer?.state === 'failed'
                ? words.failed
                : words.looking}
          </p>
        )}
      </div>
    </Dialog>
  )
}

/** The answer for the plan as main has it; asked anew with each change. Null until the first is there; busy while a newer one is looked for. */
function useAnswer(question: WhyQuestion): { readonly answer: Answer; readonly isBusy: boolean } {
  const rev = useStore(planStore, (state) => state.rev)
  const [told, setTold] = useState<{ readonly at: number; readonly answer: Answer } | null>(null)
  useEffect(() => {
    let isAsked = true
    const setAnswer = (answer: Answer) => setTold({ at: rev, answer })
    bridge.request('why/ask', question).then(
      (reply) => isAsked && reply.state !== 'given-up' && setAnswer(reply),
      (fault: unknown) => {
        reportFault(fault)
        if (isAsked) setAnswer({ state: 'failed' })
      },
    )
    return () => {
      isAsked = false
      bridge.request('why/stop', undefined).catch(reportFault)
    }
  }, [question, rev])
  return { answer: told?.answer ?? null, isBusy: told?.at !== rev }
}

interface FoundProps {
  readonly why: Why
  readonly isLoad: boolean
  readonly onClose: () => void
}

function Found({ why, isLoad, onClose }: FoundProps) {
  const words = useWords().why
  const sentence = useSentence(why, isLoad)
  const { since, later } = why
  const steps = since.kind === 'step' ? [since.step, ...later] : later
  return (
    <>
      <p role="status" className={styles.sentence}>
        {sentence}
      </p>
      {steps.length === 0 ? null : (
        <ol className={styles.steps} aria-label={words.steps}>
          {steps.map((step) => (
            <li key={step.rev}>
              <StepRow step={step} isLoad={isLoad} onClose={onClose} />
            </li>
          ))}
        </ol>
      )}
    </>
  )
}

function useSentence({ short, since, byTime }: Why, isLoad: boolean): string {
  const words = useWords().why
  const format = useFormat()
  const instant = useInstant()
  const now = format.duration(short)
  const amounts = (minutes: number) =>
    minutes === short ? words.amount(now, isLoad) : words.amounts(format.duration(minutes), now, isLoad)
  if (since.kind === 'step') {
    const { at, after, kind, type, subject } = since.step
    const what = words.step(kind, type, subject)
    return byTime
      ? `${words.byTimeSince(instant(at), what)} ${words.amount(now, isLoad)}`
      : `${words.since(instant(at), what, isLoad)} ${amounts(after)}`
  }
  if (since.at === null) return `${words.notKept} ${words.amount(now, isLoad)}`
  return byTime
    ? `${words.byTimeAlone(instant(since.at))} ${words.amount(now, isLoad)}`
    : `${words.before(instant(since.at), isLoad)} ${amounts(since.short)}`
}

interface StepRowProps {
  readonly step: WhyStep
  readonly isLoad: boolean
  readonly onClose: () => void
}

/** A step with what it did to the shortfall; it leads to what it was about, where that is still there. */
function StepRow({ step, isLoad, onClose }: StepRowProps) {
  const { kind, type, subject, client, at, before, after, place } = step
  const words = useWords().why
  const format = useFormat()
  const instant = useInstant()
  const by = format.duration(Math.abs(after - before))
  const isWorse = after > before
  const row = (
    <>
      <span className={styles.what}>
        <b>{words.step(kind, type, subject)}</b>
        <small>
          {instant(at)}
          {client === null ? '' : ` · ${client}`}
        </small>
      </span>
      <span className={styles.effect}>
        <b className={isWorse ? styles.worse : styles.better} aria-hidden="true">
          {isWorse ? '+' : '−'}
          {by}
        </b>
        <span className="spoken-only">{isWorse ? words.worse(by) : words.better(by)}</span>
        <small>{words.leaves(format.duration(after), isLoad)}</small>
      </span>
    </>
  )
  if (place === null) return <div className={styles.row}>{row}</div>
  return (
    <button
      type="button"
      className={styles.row}
      onClick={() => {
        onClose()
        showStep(place)
      }}
    >
      {row}
    </button>
  )
}

/** An instant on the clocks of the home zone. */
function useInstant(): (at: EpochMinute) => string {
  const format = useFormat()
  const zone = usePlan((plan) => plan.practice.settings.homeZone)
  return (at) => {
    const wall = fromEpochMinute(at, zone)
    const day = wallDay(wall)
    return `${format.weekdayShort(day)} ${format.dayMedium(day)}, ${format.time(wall)}`
  }
}
