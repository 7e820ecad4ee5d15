import { onDemand } from '../ui/onDemand.tsx'
import { closePanel, useOverlay } from './overlays.ts'
import { awaitPanel } from './typedAhead.ts'

const Palette = onDemand(async () => (await import('../palette/Palette.tsx')).Palette, awaitPanel)
const QuickAdd = onDemand(async () => (await import('../quickAdd/QuickAdd.tsx')).QuickAdd, awaitPanel)
const ShortcutSheet = onDemand(
  async () => (await import('../palette/ShortcutSheet.tsx')).ShortcutSheet,
  awaitPanel,
)
const HelpDialog = onDemand(async () => (await import('../help/HelpDialog.tsx')).HelpDialog, awaitPanel)
const ImportDialog = onDemand(
  async () => (await import('../exchange/ImportDialog.tsx')).ImportDialog,
  awaitPanel,
)
const TableDialog = onDemand(
  async () => (await import('../exchange/time/TableDialog.tsx')).TableDialog,
  awaitPanel,
)

const SayYesDialog = onDemand(
  async () => (await import('../sayYes/SayYesDialog.tsx')).SayYesDialog,
  awaitPanel,
)
const RateDialog = onDemand(async () => (await import('../rates/RateDialog.tsx')).RateDialog, awaitPanel)
const StartDialog = onDemand(async () => (await import('../timer/StartDialog.tsx')).StartDialog, awaitPanel)

const ExpenseDialog = onDemand(
  async () => (await import('../expenses/ExpenseDialog.tsx')).ExpenseDialog,
  awaitPanel,
)
const ExportDialog = onDemand(
  async () => (await import('../exports/ExportDialog.tsx')).ExportDialog,
  awaitPanel,
)
const ReportDialog = onDemand(
  async () => (await import('../exports/ReportDialog.tsx')).ReportDialog,
  awaitPanel,
)

const AccountDialog = onDemand(
  async () => (await import('../invoices/after/AccountDialog.tsx')).AskedAccountDialog,
  awaitPanel,
)
const NewInvoiceDialog = onDemand(
  async () => (await import('../invoices/NewInvoiceDialog.tsx')).NewInvoiceDialog,
  awaitPanel,
)
const BusinessDialog = onDemand(
  async () => (await import('../business/BusinessDialog.tsx')).BusinessDialog,
  awaitPanel,
)

const WhyDialog = onDemand(async () => (await import('../why/WhyDialog.tsx')).WhyDialog, awaitPanel)

/** The panel that is open over the window, loaded when it is first asked for. */
export function Overlays() {
  const open = useOverlay()
  const close = () => open !== null && closePanel(open)
  return (
    <>
      {open === 'palette' ? <Palette /> : null}
      {open === 'quickAdd' ? <QuickAdd /> : null}
      {open === 'shortcuts' ? <ShortcutSheet /> : null}
      {open === 'help' ? <HelpDialog /> : null}
      {open === 'sayYes' ? <SayYesDialog about={null} onClose={close} /> : null}
      {open === 'rates' ? <RateDialog onClose={close} /> : null}
      {open === 'timer' ? <StartDialog /> : null}
      {open === 'expense' ? <ExpenseDialog /> : null}
      {open === 'export' ? <ExportDialog /> : null}
      {open === 'monthReport' ? <ReportDialog /> : null}
      {open === 'account' ? <AccountDialog onClose={close} /> : null}
      {open === 'newInvoice' ? <NewInvoiceDialog onClose={close} /> : null}
      {open === 'why' ? <WhyDialog onClose={close} /> : null}
      {open === 'business' ? <BusinessDialog onClose={close} /> : null}
      {open === 'importTime' ? <TableDialog isOpen onClose={close} /> : null}
      {open === 'import' ? <ImportDialog isOpen onClose={close} /> : null}
    </>
  )
}
