import { memo, useEffect, useRef } from 'react'
import { useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import fieldStyles from '../ui/Field.module.css'
import listStyles from '../ui/List.module.css'
import { choosePalette } from './choosePalette.ts'
import styles from './Palette.module.css'
import type { PaletteItem } from './paletteItem.ts'
import type { PaletteSection } from './paletteSearch.ts'

/** What was found, under its headings. The search field has the focus; `active` counts the items from the first. */
export function PaletteList({
  id,
  sections,
  active,
  onActive,
}: {
  readonly id: string
  readonly sections: readonly PaletteSection[]
  readonly active: number
  readonly onActive: (index: number) => void
}) {
  const words = useWords().app
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector(`[data-index="${active}"]`)?.scrollIntoView({ block: 'nearest' })
  }, [active])
  const firsts = sections.map((_, i) =>
    sections.slice(0, i).reduce((sum, { items }) => sum + items.length, 0),
  )
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={words.palette}
      className={classes(styles.scroll, styles.list)}
    >
      {sections.map(({ group, items }, s) => (
        <fieldset key={group} className={styles.section} aria-labelledby={`${id}-${group}`}>
          <div id={`${id}-${group}`} className={listStyles.header} role="presentation">
            {words.paletteGroups[group]}
          </div>
          {items.map((item, i) => {
            const index = (firsts[s] ?? 0) + i
            return (
              <PaletteLine
                key={item.id}
                id={`${id}-${index}`}
                item={item}
                index={index}
                isActive={index === active}
                onActive={onActive}
              />
            )
          })}
        </fieldset>
      ))}
    </div>
  )
}

const PaletteLine = memo(function PaletteLine({
  id,
  item,
  index,
  isActive,
  onActive,
}: {
  readonly id: string
  readonly item: PaletteItem
  readonly index: number
  readonly isActive: boolean
  readonly onActive: (index: number) => void
}) {
  const words = useWords().app
  return (
    <button
      id={id}
      type="button"
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      aria-disabled={!item.enabled || undefined}
      data-index={index}
      className={classes(listStyles.item, styles.option)}
      onMouseDown={(event) => event.preventDefault()}
      onMouseMove={() => !isActive && onActive(index)}
      onClick={() => choosePalette(item)}
    >
      {item.colour === null ? null : <span className={fieldStyles.dot} data-colour={item.colour} />}
      <span className={styles.label}>{item.label}</span>
      {item.detail === '' ? null : <span className={styles.detail}>{item.detail}</span>}
      {item.enabled ? null : <span className={styles.detail}>{words.notNow}</span>}
      {item.keys === '' ? null : <kbd className={listStyles.keys}>{item.keys}</kbd>}
    </button>
  )
})
