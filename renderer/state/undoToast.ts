import { undo } from './plan.ts'
import { toast } from './toasts.ts'
import { wordsNow } from './words.ts'

/** Tells that a step was done, and offers to take it back as long as it is the last one. */
export function toastWithUndo(text: string): void {
  toast({
    text,
    tone: 'done',
    action: { label: wordsNow().app.undo, run: () => void undo() },
    ofLastStep: true,
  })
}
