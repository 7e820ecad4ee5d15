import { useEffect } from 'react'
import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ClientRecord } from '../palette/paletteItem.ts'

/** The record on a client's page that takes the focus as soon as it is drawn. */
const wantedStore = createStore<{ readonly record: ClientRecord | null }>(() => ({ record: null }))

/** Has a record on its client's page brought into sight and given the focus when that page is shown. */
export function wantRecord(record: ClientRecord): void {
  wantedStore.setState({ record })
}

/** What names a record's element on the page. */
export function recordName({ kind, id }: ClientRecord): string {
  return `${kind} ${id}`
}

/** Brings the wanted record into sight once it is on the page. */
export function useWantedRecord(): void {
  const record = useStore(wantedStore, (state) => state.record)
  useEffect(() => {
    if (record === null) return
    const name = recordName(record)
    const elements = document.querySelectorAll<HTMLElement>('[data-record]')
    const element = [...elements].find((other) => other.dataset.record === name)
    if (element === undefined) return
    wantedStore.setState({ record: null })
    element.scrollIntoView({ block: 'center' })
    element.focus()
  }, [record])
}
