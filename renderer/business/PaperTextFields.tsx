import { useState } from 'react'
import type { PaperTexts } from '../../shared/plan/business.ts'
import { type PaperLanguage, paperLanguages } from '../../shared/plan/fields.ts'
import { languageNow, useWords } from '../state/words.ts'
import { Segmented } from '../ui/Segmented.tsx'
import { TextArea } from '../ui/TextField.tsx'
import styles from './Business.module.css'
import type { BusinessPart } from './businessForm.ts'

/** What stands above the lines and under every invoice, in each language of papers. */
export function PaperTextFields({ form, set }: BusinessPart) {
  const { business: words, clients } = useWords()
  const [language, setLanguage] = useState<PaperLanguage>(languageNow)
  const texts = form.texts[language]
  const change = (part: Partial<PaperTexts>) =>
    set({ texts: { ...form.texts, [language]: { ...texts, ...part } } })
  return (
    <>
      <div className={`${styles.full} ${styles.tabs}`}>
        <Segmented
          label={words.textLanguage}
          value={language}
          options={paperLanguages.map((id) => ({ id, name: clients.languages[id] }))}
          onChange={setLanguage}
        />
      </div>
      {(['opening', 'footer'] as const).map((name) => (
        <div key={name} className={styles.full}>
          <TextArea
            label={words[name]}
            value={texts[name]}
            rows={2}
            maxLength={20_000}
            onChange={(text) => change({ [name]: text })}
          />
        </div>
      ))}
    </>
  )
}
