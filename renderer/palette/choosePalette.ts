import { forEngagement } from '../../shared/timer/begin.ts'
import { runAction } from '../actions/actions.ts'
import { wantRecord } from '../clients/wantedRecord.ts'
import { openReport } from '../exports/reportForm.ts'
import { openAccount } from '../invoices/after/accountForm.ts'
import { addLine } from '../quickAdd/addLine.ts'
import { plannedLine } from '../quickAdd/plannedLine.ts'
import { openQuickAdd } from '../quickAdd/quickAddStore.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { go, weekPlace } from '../state/navigation.ts'
import { planNow } from '../state/plan.ts'
import { start } from '../timer/timerActs.ts'
import { focusSession } from '../week/sessionActions.ts'
import { showOccurrences } from '../week/weekStore.ts'
import type { PaletteItem } from './paletteItem.ts'
import { remember } from './recentItems.ts'

/** Does what an item of the palette stands for. */
export function choosePalette(item: PaletteItem): void {
  if (!item.enabled) return
  remember(item)
  closeOverlay()
  // The palette gives the focus back in the next frame; an action on the focused session needs it there.
  requestAnimationFrame(() => requestAnimationFrame(() => doItem(item)))
}

function doItem({ does }: PaletteItem): void {
  if ('action' in does) runAction(does.action)
  else if ('timer' in does) void start(forEngagement(does.timer))
  else if ('client' in does) {
    if ('record' in does) wantRecord(does.record)
    go({ screen: 'clients', clientId: does.client })
  } else if ('account' in does) openAccount({ clientId: does.account })
  else if ('report' in does) openReport(does.report)
  else if ('invoice' in does) go({ screen: 'invoices', invoiceId: does.invoice })
  else if ('week' in does) go(weekPlace(does.week))
  else if ('line' in does) addOrAsk(does.line)
  else {
    go(weekPlace(does.day))
    showOccurrences([does.occurrence])
    focusSession(does.occurrence)
  }
}

/** Adds what a line says; where it fits several, quick add asks which. */
function addOrAsk(line: string): void {
  const planned = plannedLine(line, planNow(), undefined)
  if (planned.choices.length > 0 || planned.sessions.length === 0) openQuickAdd(line)
  else void addLine(planned)
}
