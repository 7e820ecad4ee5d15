import { useEffect, useState } from 'react'
import type { LoginState } from '../../shared/ipc/contract.ts'
import type { Settings } from '../../shared/plan/settings.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { toast } from '../state/toasts.ts'
import { useWords, wordsNow } from '../state/words.ts'
import { Switch } from '../ui/Checkbox.tsx'
import styles from './Settings.module.css'

export interface BackgroundFieldsProps {
  readonly keepInTray: boolean
  readonly onChange: (settings: Partial<Settings>) => void
}

/** Whether Headroom goes on without its window, and whether it starts by itself. */
export function BackgroundFields({ keepInTray, onChange }: BackgroundFieldsProps) {
  const words = useWords().settings
  const [hasTray, setHasTray] = useState(true)
  useEffect(() => {
    bridge.request('tray/look', undefined).then(setHasTray, reportFault)
  }, [])
  return (
    <div className={styles.stack}>
      <Switch
        label={words.tray}
        description={hasTray ? words.trayHelp : words.trayMissing}
        isDisabled={!hasTray}
        isSelected={keepInTray}
        onChange={(keep) => onChange({ keepInTray: keep })}
      />
      <AtLogin hasTray={hasTray} />
    </div>
  )
}

/** The system remembers this, so it is asked each time; null until it has answered. */
function AtLogin({ hasTray }: { readonly hasTray: boolean }) {
  const words = useWords().settings.atLogin
  const [login, setLogin] = useState<LoginState | null>(null)
  useEffect(() => {
    bridge.request('login/look', undefined).then(setLogin, reportFault)
  }, [])
  const change = async (on: boolean) => {
    const now = await bridge.request('login/set', { on })
    setLogin(now)
    if (now.failed === true) toast({ text: wordsNow().settings.atLogin.failed, tone: 'over' })
  }
  if (login === null || login.state === 'unknown') return null
  const help = hasTray ? words.help : words.helpMinimised
  return (
    <Switch
      label={words.label}
      description={login.state === 'blocked' ? words.blocked : help}
      isSelected={login.state !== 'off'}
      onChange={(on) => void change(on).catch(reportFault)}
    />
  )
}
