import { useState } from 'react'
import type { Picture } from '../../shared/plan/business.ts'
import { own } from '../../shared/plan/plan.ts'
import { bridge } from '../state/bridge.ts'
import { usePlan } from '../state/plan.ts'
import { reportFault } from '../state/report.ts'
import { useWords } from '../state/words.ts'
import { Button } from '../ui/Button.tsx'
import styles from './Business.module.css'
import type { BusinessForm, BusinessPart } from './businessForm.ts'

/** The logo at the head of the papers: chosen by the desktop's dialog, shown as on paper, taken off again. */
export function LogoField({ form, set }: BusinessPart) {
  const words = useWords().business
  const picture = usePicture(form)
  const [fault, setFault] = useState<string | null>(null)
  const choose = async () => {
    try {
      const reply = await bridge.request('logo/choose', undefined)
      if (reply.state === 'failed') setFault(words.logoFaults[reply.code] ?? words.logoFaults.other ?? '')
      if (reply.state !== 'chosen') return
      const { name, picture: chosen } = reply
      set({ logo: name, chosen: { name, picture: chosen } })
      setFault(null)
    } catch (error) {
      reportFault(error)
      setFault(words.logoFaults.other ?? '')
    }
  }
  return (
    <fieldset className={styles.logo} aria-label={words.logo}>
      <div className={styles.paper}>
        {picture === null ? (
          words.noLogo
        ) : (
          <img src={`data:${picture.type};base64,${picture.data}`} alt={words.logo} />
        )}
      </div>
      <div className={styles.beside}>
        <div className={styles.buttons}>
          <Button size="small" onPress={() => void choose()}>
            {picture === null ? words.chooseLogo : words.otherLogo}
          </Button>
          {picture === null ? null : (
            <Button size="small" variant="quiet" onPress={() => set({ logo: null, chosen: null })}>
              {words.removeLogo}
            </Button>
          )}
        </div>
        {fault === null ? (
          <p className={styles.help}>{words.logoHelp}</p>
        ) : (
          <p className={styles.fault} role="alert">
            {fault}
          </p>
        )}
      </div>
    </fieldset>
  )
}

function usePicture({ logo, chosen }: BusinessForm): Picture | null {
  const pictures = usePlan((plan) => plan.practice.pictures)
  if (logo === null) return null
  return chosen?.name === logo ? chosen.picture : (own(pictures, logo) ?? null)
}
