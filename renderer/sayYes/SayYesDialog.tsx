import { useDeferredValue, useMemo, useState } from 'react'
import { type Asked, askedProblems, withoutEngagement } from '../../shared/capacity/sayYes/asked.ts'
import { sayYes } from '../../shared/capacity/sayYes/sayYes.ts'
import { quarterAfter } from '../../shared/capacity/weekMaterial.ts'
import { addDays, type Day } from '../../shared/time/day.ts'
import { runAction } from '../actions/actions.ts'
import { newId, useToday } from '../state/clock.ts'
import { go } from '../state/navigation.ts'
import { execute, planNow, usePlan } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { toast } from '../state/toasts.ts'
import { languageNow, useFormat, useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Dialog.tsx'
import { contextNow, useCapacityContext } from '../week/capacityNow.ts'
import { AnswerView } from './AnswerView.tsx'
import { prospectCommand } from './addProspect.ts'
import { QuestionFields } from './QuestionFields.tsx'
import { type About, askedOf, newQuestion, type Question } from './question.ts'
import { Room } from './Room.tsx'
import styles from './SayYes.module.css'

interface SayYesDialogProps {
  /** The prospect that is asked about; null where the question is new. */
  readonly about: About | null
  readonly onClose: () => void
}

/** "Can I say yes?": the answer follows what is typed; the question becomes a prospect in one step that can be undone. */
export function SayYesDialog({ about, onClose }: SayYesDialogProps) {
  const words = useWords().capacity.sayYes
  const today = useToday()
  const [question, setQuestion] = useState<Question>(() => newQuestion(planNow(), today, about))
  const asked = askedOf(question)
  const problems = asked === null ? [] : askedProblems(asked, today)
  const valid = asked !== null && problems.length === 0 ? asked : null
  const isNamed = question.clientId !== null || question.name.trim() !== ''
  return (
    <Dialog
      title={words.title}
      isOpen
      size="wide"
      isDismissable={false}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{words.close}</Button>
          {about === null ? (
            <AddButton asked={valid} name={question.name.trim()} isNamed={isNamed} onDone={onClose} />
          ) : null}
        </>
      }
    >
      <div className={styles.columns}>
        <QuestionFields
          question={question}
          problems={problems}
          isProspect={about !== null}
          onChange={setQuestion}
        />
        <Answer
          asked={valid}
          engagementId={about?.engagementId ?? null}
          today={today}
          question={question}
          onQuestion={setQuestion}
        />
      </div>
    </Dialog>
  )
}

/** Years of public holidays that an answer may need. */
const MOST_DAYS_AHEAD = 3 * 366

interface AnswerProps {
  readonly asked: Asked | null
  readonly engagementId: string | null
  readonly today: Day
  readonly question: Question
  readonly onQuestion: (question: Question) => void
}

function Answer(props: AnswerProps) {
  const { engagementId, today, question, onQuestion } = props
  const words = useWords().capacity.sayYes
  const whole = usePlan((plan) => plan)
  const { holidays, now } = useCapacityContext(today, addDays(today, MOST_DAYS_AHEAD))
  // What was found holds for the quarter of an hour that the engine sees.
  const quarter = quarterAfter(now)
  const context = useMemo(() => ({ holidays, now: quarter }), [holidays, quarter])
  // Typing comes first; the answer follows when there is time for it. The same question keeps its answer.
  const key = useDeferredValue(props.asked === null ? null : JSON.stringify(props.asked))
  const asked = useMemo(() => (key === null ? null : (JSON.parse(key) as Asked)), [key])
  const plan = useMemo(
    () => (engagementId === null ? whole : withoutEngagement(whole, engagementId)),
    [whole, engagementId],
  )
  const answered = useMemo(
    () => (asked === null ? null : { plan, asked, context, answer: sayYes(plan, asked, context) }),
    [plan, asked, context],
  )
  if (answered === null)
    return (
      <p role="status" className={styles.sentence}>
        {words.incomplete}
      </p>
    )
  return (
    <div className={styles.answer}>
      <AnswerView answer={answered.answer} asked={answered.asked} />
      <Room answered={answered} question={question} onQuestion={onQuestion} />
    </div>
  )
}

interface AddButtonProps {
  readonly asked: Asked | null
  readonly name: string
  readonly isNamed: boolean
  readonly onDone: () => void
}

function AddButton({ asked, name, isNamed, onDone }: AddButtonProps) {
  const words = useWords()
  const format = useFormat()
  const add = async () => {
    if (asked === null) return
    const minutes = asked.commitment.kind === 'hoursPerWeek' ? asked.commitment.minutes : 0
    const { command, clientId } = prospectCommand(planNow(), asked, {
      clientName: name,
      engagementName: words.capacity.sayYes.perWeek(format.duration(minutes)),
      meetingName: words.capacity.sayYes.meeting,
      language: languageNow(),
      newId,
      holidays: contextNow().holidays,
    })
    const reply = await execute(command)
    if (!reply.ok) return
    onDone()
    go({ screen: 'clients', clientId })
    toast({
      text: words.capacity.sayYes.added,
      tone: 'done',
      action: { label: words.app.undo, run: () => runAction('undo') },
      ofLastStep: true,
    })
  }
  const isLocked = planStore.getState().readOnly
  return (
    <Button variant="primary" isDisabled={asked === null || !isNamed || isLocked} onPress={() => void add()}>
      {words.capacity.sayYes.add}
    </Button>
  )
}
