import { type KeyboardEvent, useDeferredValue, useEffect, useId, useMemo, useRef, useState } from 'react'
import { Dialog } from 'react-aria-components/Dialog'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { useStore } from 'zustand'
import { lineFacts, whenText } from '../quickAdd/lineWords.ts'
import { dateOrderNow, engagementName, plannedLine } from '../quickAdd/plannedLine.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { useTypedAhead } from '../shell/typedAhead.ts'
import { todayNow } from '../state/clock.ts'
import { whenIdle } from '../state/idle.ts'
import { planNow } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import { Icon } from '../ui/Icon.tsx'
import listStyles from '../ui/List.module.css'
import { choosePalette } from './choosePalette.ts'
import styles from './Palette.module.css'
import { PaletteList } from './PaletteList.tsx'
import type { PaletteItem } from './paletteItem.ts'
import { type PaletteWords, paletteItem, paletteItems } from './paletteItems.ts'
import { type PaletteSource, paletteSections } from './paletteSearch.ts'
import { recentItems } from './recentItems.ts'
import { prepareSearch } from './sessionSearch.ts'

/** Finds what there is and what can be done by typing, and goes there or does it. */
export function Palette() {
  const words = useWords()
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={classes(styles.scrim)}
      onOpenChange={(open) => !open && closeOverlay()}
    >
      <Modal className={classes(styles.panel)}>
        <Dialog aria-label={words.app.palette} className={classes(styles.dialog)}>
          <PaletteSearch />
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function PaletteSearch() {
  const words = useWords().app
  const source = usePaletteSource()
  const [typed, setTyped] = useState('')
  // The list may lag a frame behind; the text that is typed never does.
  const asked = useDeferredValue(typed)
  const sections = useMemo(() => paletteSections(asked, source), [asked, source])
  const items = sections.flatMap((section) =>
    section.items.map((item) => ({ ...item, group: section.group })),
  )
  const [wanted, setWanted] = useState(0)
  const active = Math.min(wanted, items.length - 1)
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  useTypedAhead(field, setTyped)
  useEffect(() => whenIdle(() => prepareSearch(source.plan)), [source.plan])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    // Who types fast is ahead of the list: Enter is about what was typed, not about what is shown yet.
    const item = asked === typed ? items[active] : paletteSections(typed, source)[0]?.items[0]
    if (event.key === 'Enter' && item !== undefined) choosePalette(item)
    else if (event.key === 'ArrowDown') setWanted((active + 1) % Math.max(1, items.length))
    else if (event.key === 'ArrowUp') setWanted((active - 1 + items.length) % Math.max(1, items.length))
    else if (event.key === 'PageDown') setWanted(Math.min(active + PAGE, items.length - 1))
    else if (event.key === 'PageUp') setWanted(Math.max(active - PAGE, 0))
    else return
    event.preventDefault()
  }
  return (
    <>
      <div className={styles.field}>
        <Icon name="search" />
        <input
          ref={field}
          className={styles.input}
          type="text"
          role="combobox"
          aria-label={words.palette}
          aria-expanded={items.length > 0}
          aria-controls={listId}
          aria-activedescendant={items.length > 0 ? `${listId}-${active}` : undefined}
          aria-autocomplete="list"
          autoComplete="off"
          spellCheck={false}
          maxLength={500}
          placeholder={words.palettePlaceholder}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value)
            setWanted(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <PaletteList id={listId} sections={sections} active={active} onActive={setWanted} />
      {items.length === 0 ? <p className={listStyles.empty}>{words.nothingFound}</p> : null}
      <p role="status" className="spoken-only">
        {asked === '' ? '' : items.length === 0 ? words.nothingFound : words.paletteResults(items.length)}
      </p>
    </>
  )
}

/** Lines that PgUp and PgDn go. */
const PAGE = 8

/** All that is searched, as it was when the palette opened: until then the grid has the focus that actions ask for. */
function usePaletteSource(): PaletteSource {
  const words = useWords()
  const format = useFormat()
  const platform = useStore(planStore, (state) => state.desktop?.platform ?? 'linux')
  const readOnly = useStore(planStore, (state) => state.readOnly)
  return useMemo(() => {
    const plan = planNow()
    const today = todayNow()
    const given: PaletteWords = { words, format, platform }
    const items = paletteItems(plan, today, given)
    const addOf = (line: string) => (readOnly ? null : addItem(line, given))
    const recent = recentItems(items, plan, given)
    return { ...given, plan, today, dateOrder: dateOrderNow(), items, recent, addOf }
  }, [words, format, platform, readOnly])
}

/** `Add: Board call · Tue 24 Nov, 10:30`, where the line says that much. */
function addItem(line: string, { words, format }: PaletteWords): PaletteItem | null {
  const plan = planNow()
  const planned = plannedLine(line, plan, undefined)
  const { reading, sessions, engagementId, choices } = planned
  if (reading.problems.length > 0 || (sessions.length === 0 && choices.length === 0)) return null
  const title = sessions[0]?.title ?? reading.title ?? line
  const facts = lineFacts(planned, plan, words, format)
  const when = sessions.length > 0 ? [whenText(sessions, plan, words, format)] : []
  const whom = engagementId === undefined ? [] : [engagementName(plan, engagementId)]
  const length = facts.filter(({ what }) => what === 'length').map(({ text }) => text)
  return paletteItem({
    id: 'add',
    group: 'add',
    label: words.app.addLine(title),
    detail: [...when, ...length, ...whom].join(' · '),
    does: { line },
  })
}
