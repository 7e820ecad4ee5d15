import { listNames, showList } from '../clients/listsStore.ts'
import { newExpense } from '../expenses/expenseForm.ts'
import { openExport } from '../exports/exportForm.ts'
import { showWhatIf, whatIfStore } from '../horizon/whatIf/whatIfStore.ts'
import { openOverlay } from '../shell/overlays.ts'
import { todayNow } from '../state/clock.ts'
import { go, goToTime, goToWeeks, goWeeks, placeNow, weekPlace } from '../state/navigation.ts'
import { redo, undo } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { toast } from '../state/toasts.ts'
import { wordsNow } from '../state/words.ts'
import { switchView } from '../week/calendar/showWeek.ts'
import { takeApartFocused } from '../week/gridKeys.ts'
import { showAttention, weekStore } from '../week/weekStore.ts'
import type { Action } from './action.ts'
import { flagActions } from './flagKeys.ts'
import { helpActions } from './helpKeys.ts'
import { moneyActions } from './moneyKeys.ts'
import { planningActions } from './planningKeys.ts'
import { sessionActions } from './sessionKeys.ts'
import { timeActions } from './timeKeys.ts'
import { timerActions } from './timerKeys.ts'

const always = () => true
const canWrite = () => !planStore.getState().readOnly
const onWeek = () => placeNow().screen === 'week'

const goActions: readonly Action[] = [
  {
    id: 'go.week',
    group: 'go',
    label: (words) => words.app.actions.goWeek,
    keys: ['1', 'mod+1'],
    enabled: always,
    run: goToWeeks,
  },
  {
    id: 'go.horizon',
    group: 'go',
    label: (words) => words.app.actions.goHorizon,
    keys: ['2', 'mod+2'],
    enabled: always,
    run: () => go({ screen: 'horizon' }),
  },
  {
    id: 'go.clients',
    group: 'go',
    label: (words) => words.app.actions.goClients,
    keys: ['3', 'mod+3'],
    enabled: always,
    run: () => go({ screen: 'clients', clientId: null }),
  },
  {
    id: 'go.pipeline',
    group: 'go',
    label: (words) => words.app.actions.goPipeline,
    keys: ['7', 'mod+7'],
    enabled: always,
    run: () => go({ screen: 'pipeline' }),
  },
  {
    id: 'go.time',
    group: 'go',
    label: (words) => words.app.actions.goTime,
    keys: ['4', 'mod+4'],
    enabled: always,
    run: () => goToTime(),
  },
  {
    id: 'go.invoices',
    group: 'go',
    label: (words) => words.app.actions.goInvoices,
    keys: ['5', 'mod+5'],
    enabled: always,
    run: () => go({ screen: 'invoices', invoiceId: null }),
  },
  {
    id: 'go.insights',
    group: 'go',
    label: (words) => words.app.actions.goInsights,
    keys: ['6', 'mod+6'],
    enabled: always,
    run: () => go({ screen: 'insights' }),
  },
  {
    id: 'go.settings',
    group: 'go',
    label: (words) => words.app.actions.goSettings,
    keys: [',', 'mod+,'],
    enabled: always,
    run: () => go({ screen: 'settings' }),
  },
]

/** The lists of the clients screen, each by its name. */
const listActions: readonly Action[] = listNames.map((name) => ({
  id: `list.${name}`,
  group: 'go',
  label: (words) => words.lists.open[name],
  keys: [],
  enabled: always,
  run: () => {
    showList(name)
    go({ screen: 'clients', clientId: null })
  },
}))

const weekActions: readonly Action[] = [
  {
    id: 'week.previous',
    group: 'week',
    label: (words) => words.app.actions.previousWeek,
    keys: ['pageup'],
    enabled: onWeek,
    run: () => goWeeks(-1),
  },
  {
    id: 'week.today',
    group: 'week',
    label: (words) => words.app.actions.thisWeek,
    keys: ['t'],
    enabled: always,
    run: () => go(weekPlace(todayNow())),
  },
  {
    id: 'week.next',
    group: 'week',
    label: (words) => words.app.actions.nextWeek,
    keys: ['pagedown'],
    enabled: onWeek,
    run: () => goWeeks(1),
  },
  {
    id: 'week.breakdown',
    group: 'week',
    label: (words) => words.app.actions.breakdown,
    keys: ['b'],
    enabled: onWeek,
    run: takeApartFocused,
  },
  {
    id: 'week.view',
    group: 'week',
    label: (words) => words.app.actions.weekView,
    keys: ['v'],
    enabled: onWeek,
    run: switchView,
  },
  {
    id: 'attention',
    group: 'week',
    label: (words) => words.app.actions.attention,
    keys: ['a'],
    enabled: onWeek,
    run: () => showAttention(!weekStore.getState().attentionShown),
  },
]

const editActions: readonly Action[] = [
  {
    id: 'undo',
    group: 'edit',
    label: (words) => stepLabel(words.commands.undo, planStore.getState().history.undo, words.app.undo),
    keys: ['mod+z'],
    enabled: () => planStore.getState().history.undo !== null,
    inPanel: true,
    run: () => void stepBack(),
  },
  {
    id: 'redo',
    group: 'edit',
    label: (words) => stepLabel(words.commands.redo, planStore.getState().history.redo, words.app.redo),
    keys: ['mod+shift+z', 'mod+y'],
    enabled: () => planStore.getState().history.redo !== null,
    inPanel: true,
    run: () => void stepForth(),
  },
]

const appActions: readonly Action[] = [
  {
    id: 'palette',
    group: 'app',
    label: (words) => words.app.actions.search,
    keys: ['mod+k'],
    enabled: always,
    inText: true,
    run: () => openOverlay('palette'),
  },
  {
    id: 'sayYes',
    group: 'app',
    label: (words) => words.app.actions.sayYes,
    keys: ['y'],
    enabled: always,
    run: () => openOverlay('sayYes'),
  },
  {
    id: 'horizon.whatIf',
    group: 'app',
    label: (words) => words.app.actions.whatIf,
    keys: ['h'],
    enabled: always,
    run: toggleWhatIf,
  },
  {
    id: 'rates',
    group: 'app',
    label: (words) => words.app.actions.rates,
    keys: ['$'],
    enabled: always,
    run: () => openOverlay('rates'),
  },
  {
    id: 'calendar.import',
    group: 'app',
    label: (words) => words.app.actions.importCalendar,
    keys: [],
    enabled: canWrite,
    run: () => openOverlay('import'),
  },
  {
    id: 'time.import',
    group: 'app',
    label: (words) => words.app.actions.importTime,
    keys: [],
    enabled: () => !planStore.getState().readOnly,
    run: () => openOverlay('importTime'),
  },
]

/** What is entered and saved from anywhere. */
const fileActions: readonly Action[] = [
  {
    id: 'expense.new',
    group: 'app',
    label: (words) => words.expenses.new,
    keys: [],
    enabled: canWrite,
    run: () => newExpense(),
  },
  {
    id: 'export',
    group: 'app',
    label: (words) => words.app.actions.exportFiles,
    keys: [],
    enabled: always,
    run: () => openExport(),
  },
  {
    id: 'export.sheet',
    group: 'app',
    label: (words) => words.app.actions.exportSheet,
    keys: [],
    enabled: always,
    run: () => openExport({ kind: 'sheet' }),
  },
  {
    id: 'export.calendar',
    group: 'app',
    label: (words) => words.app.actions.exportCalendar,
    keys: [],
    enabled: always,
    run: () => openExport({ kind: 'calendar' }),
  },
]

/** From elsewhere it comes to the horizon, where it is open then. */
function toggleWhatIf(): void {
  const isThere = placeNow().screen === 'horizon'
  if (!isThere) go({ screen: 'horizon' })
  showWhatIf(!isThere || !whatIfStore.getState().isOpen)
}

/** All that a user can do by name. */
export const actions: readonly Action[] = [
  ...goActions,
  ...listActions,
  ...timeActions,
  ...moneyActions,
  ...weekActions,
  ...sessionActions,
  ...flagActions,
  ...planningActions,
  ...timerActions,
  ...editActions,
  ...appActions,
  ...helpActions,
  ...fileActions,
]

/** The action of an id; main, buttons and menus name actions by it. */
export function actionOf(id: string): Action {
  const action = actions.find((other) => other.id === id)
  if (action === undefined) throw new Error(`no action ${id}`)
  return action
}

/** Runs an action if it is enabled now. In a text field undo and redo are the text's own. */
export function runAction(id: string): void {
  const action = actionOf(id)
  if ((id === 'undo' || id === 'redo') && document.activeElement?.matches('input, textarea')) {
    document.execCommand(id)
    return
  }
  if (action.enabled()) action.run()
}

type StepNamer = (step: string) => string
type Step = { readonly type: string; readonly subject: string } | null

function stepName(step: NonNullable<Step>): string {
  return wordsNow().commands.steps[step.type]?.(step.subject) ?? step.subject
}

function stepLabel(namer: StepNamer, step: Step, plain: string): string {
  return step === null ? plain : namer(stepName(step))
}

async function stepBack(): Promise<void> {
  const step = planStore.getState().history.undo
  const reply = await undo()
  if (reply.ok && step !== null) {
    const { app } = wordsNow()
    toast({
      text: app.undone(stepName(step)),
      tone: 'plain',
      action: { label: app.redo, run: () => runAction('redo') },
      ofLastStep: true,
    })
  }
}

async function stepForth(): Promise<void> {
  const step = planStore.getState().history.redo
  const reply = await redo()
  if (reply.ok && step !== null) toast({ text: wordsNow().app.redone(stepName(step)), tone: 'plain' })
}
