import { FormDialog } from '../clients/FormDialog.tsx'
import { useKeptForm } from '../state/keptForm.ts'
import { execute, planNow } from '../state/plan.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { useWords } from '../state/words.ts'
import { AccountFields } from './AccountFields.tsx'
import { businessForm, businessOf, isValid } from './businessForm.ts'
import { LogoField } from './LogoField.tsx'
import { NumberingFields } from './NumberingFields.tsx'
import { PaperTextFields } from './PaperTextFields.tsx'
import { Part } from './Part.tsx'
import { UsualFields } from './UsualFields.tsx'
import { WhoFields } from './WhoFields.tsx'

/** What stands on every invoice about the planner's own business, and what a new invoice starts with. */
export function BusinessDialog({ onClose }: { readonly onClose: () => void }) {
  const { business: words, clientPage } = useWords()
  const kept = useKeptForm('business', () => businessForm(planNow()))
  const part = { form: kept.form, set: kept.set }
  const save = async () => {
    const { pattern, creditPattern, chosen } = kept.form
    const reply = await execute({
      type: 'business/change',
      change: businessOf(kept.form),
      pattern,
      creditPattern,
      ...(chosen === null ? {} : { picture: chosen }),
    })
    if (!reply.ok) return
    toastWithUndo(clientPage.saved(words.title))
    kept.discard()
    onClose()
  }
  return (
    <FormDialog
      title={words.title}
      size="wide"
      isNew={false}
      isValid={isValid(kept.form)}
      kept={kept}
      onSave={() => void save()}
      onDelete={null}
      onClose={onClose}
    >
      <Part title={words.who}>
        <WhoFields {...part} />
        <LogoField {...part} />
      </Part>
      <Part title={words.accounts}>
        <AccountFields {...part} />
      </Part>
      <Part title={words.usual}>
        <UsualFields {...part} />
      </Part>
      <Part title={words.numbers}>
        <NumberingFields {...part} />
      </Part>
      <Part title={words.texts}>
        <PaperTextFields {...part} />
      </Part>
    </FormDialog>
  )
}
