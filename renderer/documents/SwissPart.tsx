import { createElement, type ReactNode, useEffect, useState } from 'react'
import type { SwissBill } from '../../shared/billing/swissBill.ts'
import type { PaperLanguage } from '../../shared/plan/fields.ts'
import styles from './swiss.module.css'
import type { Drawn } from './swissSvg.ts'

/** The font of the bill, as swiss.module.css loads it. */
const FONT = '"Liberation Sans"'
const WEIGHTS = [400, 700]

/** The drawing of a bill; null where there is none, or while what draws it is loaded. */
export function useSwissDrawing(bill: SwissBill | null, language: PaperLanguage): Drawn | null {
  const [drawing, setDrawing] = useState<{ readonly of: SwissBill; readonly drawn: Drawn } | null>(null)
  useEffect(() => {
    let isWanted = true
    const draw = async (of: SwissBill) => {
      const { drawSwissBill, textsOf } = await import('./swissSvg.ts')
      const drawn = drawSwissBill(of, language)
      // Text in a font that is not there yet would be printed as nothing.
      await Promise.all(
        WEIGHTS.map((weight) => document.fonts.load(`${weight} 10pt ${FONT}`, textsOf(drawn))),
      )
      if (isWanted) setDrawing({ of, drawn })
    }
    if (bill !== null) void draw(bill)
    return () => {
      isWanted = false
    }
  }, [bill, language])
  return drawing?.of === bill ? drawing.drawn : null
}

/** Receipt and payment part at the foot of a page. */
export function SwissPart({ drawn, label }: { readonly drawn: Drawn; readonly label: string }) {
  return (
    <div className={styles.part} role="img" aria-label={label}>
      {elementOf(drawn, 'bill')}
    </div>
  )
}

function elementOf({ tag, attributes, children }: Drawn, key: string): ReactNode {
  return createElement(
    tag,
    { ...attributes, key },
    ...children.map((child, i) => (typeof child === 'string' ? child : elementOf(child, String(i)))),
  )
}
