import { useEffect, useRef, useState } from 'react'
import { Button } from 'react-aria-components/Button'
import { useStore } from 'zustand'
import { dismiss, type Toast, toastStore } from '../state/toasts.ts'
import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import styles from './Toasts.module.css'

/** How long a message stays, in milliseconds; longer where it offers something to do. */
const STAY = 5_000
const STAY_WITH_ACTION = 9_000

/** The messages above the screen: spoken as they come, kept while the pointer or the focus is on them. */
export function Toasts() {
  const toasts = useStore(toastStore, (state) => state.toasts)
  const words = useWords()
  return (
    <section
      className={styles.region}
      aria-label={words.app.messages}
      aria-live="polite"
      aria-relevant="additions text"
    >
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </section>
  )
}

function ToastView({ toast }: { readonly toast: Toast }) {
  const words = useWords()
  const [held, setHeld] = useState(false)
  useLeave(toast, held)
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hovering only keeps the message; its buttons are the controls
    <div
      className={classes(styles.toast, styles[toast.tone])}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <span className={styles.text}>{toast.text}</span>
      {toast.action === undefined ? null : (
        <Button
          className={classes(styles.button)}
          onPress={() => {
            dismiss(toast.id)
            toast.action?.run()
          }}
        >
          {toast.action.label}
        </Button>
      )}
      <Button
        className={classes(styles.button, styles.dismiss)}
        aria-label={words.app.dismiss}
        onPress={() => dismiss(toast.id)}
      >
        <Icon name="close" size={14} />
      </Button>
    </div>
  )
}

/** Takes the message away after its time; one that tells of a failure stays. */
function useLeave({ id, tone, action }: Toast, held: boolean): void {
  const stay = useRef(action === undefined ? STAY : STAY_WITH_ACTION)
  useEffect(() => {
    if (tone === 'over' || held) return
    const timer = window.setTimeout(() => dismiss(id), stay.current)
    return () => window.clearTimeout(timer)
  }, [id, tone, held])
}
