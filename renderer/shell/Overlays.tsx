import type { ComponentType } from 'react'
import { onDemand } from '../ui/onDemand.tsx'
import { closePanel, useOverlay } from './overlays.ts'
import { awaitPanel } from './typedAhead.ts'

/** A panel: what is typed until it stands is for it. */
const panel = <Props extends object>(load: () => Promise<ComponentType<Props>>) => onDemand(load, awaitPanel)

const Palette = panel(async () => (await import('../palette/Palette.tsx')).Palette)
const QuickAdd = panel(async () => (await import('../quickAdd/QuickAdd.tsx')).QuickAdd)
const ShortcutSheet = panel(async () => (await import('../palette/ShortcutSheet.tsx')).ShortcutSheet)
const HelpDialog = panel(async () => (await import('../help/HelpDialog.tsx')).HelpDialog)
const ImportDialog = panel(async () => (await import('../exchange/ImportDialog.tsx')).ImportDialog)
const TableDialog = panel(async () => (await import('../exchange/time/TableDialog.tsx')).TableDialog)
const SayYesDialog = panel(async () => (await import('../sayYes/SayYesDialog.tsx')).SayYesDialog)
const RateDialog = panel(async () => (await import('../rates/RateDialog.tsx')).RateDialog)
const StartDialog = panel(async () => (await import('../timer/StartDialog.tsx')).StartDialog)
const ExpenseDialog = panel(async () => (await import('../expenses/ExpenseDialog.tsx')).ExpenseDialog)
const ExportDialog = panel(async () => (await import('../exports/ExportDialog.tsx')).ExportDialog)
const ReportDialog = panel(async () => (await import('../exports/ReportDialog.tsx')).ReportDialog)
const AccountDialog = panel(
  async () => (await import('../invoices/after/AccountDialog.tsx')).AskedAccountDialog,
)
const NewInvoiceDialog = panel(
  async () => (await import('../invoices/NewInvoiceDialog.tsx')).NewInvoiceDialog,
)
const BusinessDialog = panel(async () => (await import('../business/BusinessDialog.tsx')).BusinessDialog)
const WhyDialog = panel(async () => (await import('../why/WhyDialog.tsx')).WhyDialog)

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
