import { openReport } from '../exports/reportForm.ts'
import { type MoneyView, showMoney } from '../invoices/lists/moneyView.ts'
import { openOverlay } from '../shell/overlays.ts'
import { go } from '../state/navigation.ts'
import { planStore } from '../state/planStore.ts'
import type { Action } from './action.ts'

const always = () => true
const canWrite = () => !planStore.getState().readOnly

/** The actions of invoices: their views, a new one, and who issues them. None has keys: the palette finds them. */
export const moneyActions: readonly Action[] = [
  view('invoices.owed', 'owed', 'goOwed'),
  view('invoices.revenue', 'revenue', 'goRevenue'),
  view('invoices.series', 'series', 'goSeries'),
  {
    id: 'invoice.new',
    group: 'app',
    label: (words) => words.billing.new,
    keys: [],
    enabled: canWrite,
    run: () => openOverlay('newInvoice'),
  },
  {
    id: 'report.month',
    group: 'app',
    label: (words) => words.exports.report.button,
    keys: [],
    enabled: always,
    run: () => openReport(),
  },
  {
    id: 'business',
    group: 'app',
    label: (words) => words.app.actions.business,
    keys: [],
    enabled: canWrite,
    run: () => openOverlay('business'),
  },
]

function view(id: string, shown: MoneyView, name: 'goOwed' | 'goRevenue' | 'goSeries'): Action {
  return {
    id,
    group: 'go',
    label: (words) => words.app.actions[name],
    keys: [],
    enabled: always,
    run: () => {
      showMoney(shown)
      go({ screen: 'invoices', invoiceId: null })
    },
  }
}
