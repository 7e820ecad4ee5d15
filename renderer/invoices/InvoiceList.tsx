import { openOverlay } from '../shell/overlays.ts'
import { usePlan } from '../state/plan.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import { EmptyState } from '../ui/EmptyState.tsx'
import { Screen } from '../ui/Screen.tsx'
import { Segmented } from '../ui/Segmented.tsx'
import { InvoiceTable } from './lists/InvoiceTable.tsx'
import { type MoneyView, moneyViews, showMoney, useMoneyView } from './lists/moneyView.ts'
import { OwedView } from './lists/OwedView.tsx'
import { RevenueView } from './lists/RevenueView.tsx'
import { SeriesView } from './lists/SeriesView.tsx'

const views: Readonly<Record<MoneyView, () => React.JSX.Element>> = {
  list: InvoiceTable,
  owed: OwedView,
  revenue: RevenueView,
  series: SeriesView,
}

/** All invoices: one by one, by what is owed, by what was billed, and by their numbers. */
export function InvoiceList() {
  const { billing: words, money } = useWords()
  const isEmpty = usePlan(({ years }) =>
    Object.values(years).every(({ invoices }) => Object.keys(invoices).length === 0),
  )
  const view = useMoneyView()
  const View = views[view]
  const newInvoice = (
    <Button variant="primary" onPress={() => openOverlay('newInvoice')}>
      {words.new}
    </Button>
  )
  return (
    <Screen
      title={words.title}
      body="full"
      actions={
        <>
          {isEmpty ? null : (
            <Segmented
              label={money.view}
              value={view}
              options={moneyViews.map((id) => ({ id, name: money.views[id] }))}
              onChange={showMoney}
            />
          )}
          <Button onPress={() => openOverlay('business')}>{words.business}</Button>
          {newInvoice}
        </>
      }
    >
      {isEmpty ? (
        <EmptyState icon="invoices" title={words.none} text={words.noneText} actions={newInvoice} />
      ) : (
        <View />
      )}
    </Screen>
  )
}
