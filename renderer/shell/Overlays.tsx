import { lazy, Suspense } from 'react'
import { closeOverlay, useOverlay } from './overlays.ts'

const Palette = lazy(() => import('../palette/Palette.tsx').then((module) => ({ default: module.Palette })))
const QuickAdd = lazy(() =>
  import('../quickAdd/QuickAdd.tsx').then((module) => ({ default: module.QuickAdd })),
)
const ShortcutSheet = lazy(() =>
  import('../palette/ShortcutSheet.tsx').then((module) => ({ default: module.ShortcutSheet })),
)
const HelpDialog = lazy(() =>
  import('../help/HelpDialog.tsx').then((module) => ({ default: module.HelpDialog })),
)
const ImportDialog = lazy(() =>
  import('../exchange/ImportDialog.tsx').then((module) => ({ default: module.ImportDialog })),
)
const TableDialog = lazy(() =>
  import('../exchange/time/TableDialog.tsx').then((module) => ({ default: module.TableDialog })),
)

const SayYesDialog = lazy(() =>
  import('../sayYes/SayYesDialog.tsx').then((module) => ({ default: module.SayYesDialog })),
)
const RateDialog = lazy(() =>
  import('../rates/RateDialog.tsx').then((module) => ({ default: module.RateDialog })),
)
const StartDialog = lazy(() =>
  import('../timer/StartDialog.tsx').then((module) => ({ default: module.StartDialog })),
)

const ExpenseDialog = lazy(() =>
  import('../expenses/ExpenseDialog.tsx').then((module) => ({ default: module.ExpenseDialog })),
)
const ExportDialog = lazy(() =>
  import('../exports/ExportDialog.tsx').then((module) => ({ default: module.ExportDialog })),
)
const ReportDialog = lazy(() =>
  import('../exports/ReportDialog.tsx').then((module) => ({ default: module.ReportDialog })),
)

const AccountDialog = lazy(() =>
  import('../invoices/after/AccountDialog.tsx').then((module) => ({ default: module.AskedAccountDialog })),
)
const NewInvoiceDialog = lazy(() =>
  import('../invoices/NewInvoiceDialog.tsx').then((module) => ({ default: module.NewInvoiceDialog })),
)
const BusinessDialog = lazy(() =>
  import('../business/BusinessDialog.tsx').then((module) => ({ default: module.BusinessDialog })),
)

/** The panel that is open over the window, loaded when it is first asked for. */
export function Overlays() {
  const open = useOverlay()
  return (
    <Suspense fallback={null}>
      {open === 'palette' ? <Palette /> : null}
      {open === 'quickAdd' ? <QuickAdd /> : null}
      {open === 'shortcuts' ? <ShortcutSheet /> : null}
      {open === 'help' ? <HelpDialog /> : null}
      {open === 'sayYes' ? <SayYesDialog about={null} onClose={closeOverlay} /> : null}
      {open === 'rates' ? <RateDialog onClose={closeOverlay} /> : null}
      {open === 'timer' ? <StartDialog /> : null}
      {open === 'expense' ? <ExpenseDialog /> : null}
      {open === 'export' ? <ExportDialog /> : null}
      {open === 'monthReport' ? <ReportDialog /> : null}
      {open === 'account' ? <AccountDialog onClose={closeOverlay} /> : null}
      {open === 'newInvoice' ? <NewInvoiceDialog onClose={closeOverlay} /> : null}
      {open === 'business' ? <BusinessDialog onClose={closeOverlay} /> : null}
      {open === 'importTime' ? <TableDialog isOpen onClose={closeOverlay} /> : null}
      {open === 'import' ? <ImportDialog isOpen onClose={closeOverlay} /> : null}
    </Suspense>
  )
}
