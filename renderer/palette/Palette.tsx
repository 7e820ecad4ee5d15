import { useMemo } from 'react'
import { Autocomplete, useFilter } from 'react-aria-components/Autocomplete'
import { Dialog } from 'react-aria-components/Dialog'
import { Header } from 'react-aria-components/Header'
import { Menu, MenuItem, MenuSection } from 'react-aria-components/Menu'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { Input, SearchField } from 'react-aria-components/SearchField'
import { useStore } from 'zustand'
import { runAction } from '../actions/actions.ts'
import { closeOverlay } from '../shell/overlays.ts'
import { todayNow } from '../state/clock.ts'
import { go, weekPlace } from '../state/navigation.ts'
import { planNow } from '../state/plan.ts'
import { planStore } from '../state/planStore.ts'
import { useFormat, useWords } from '../state/words.ts'
import { classes } from '../ui/classes.ts'
import fieldStyles from '../ui/Field.module.css'
import { Icon } from '../ui/Icon.tsx'
import listStyles from '../ui/List.module.css'
import styles from './Palette.module.css'
import { type PaletteItem, paletteItems } from './paletteItems.ts'

const groups = ['actions', 'clients', 'weeks'] as const

/** Finds actions, clients and weeks by typing, and goes there or does it. */
export function Palette() {
  const words = useWords()
  const format = useFormat()
  const platform = useStore(planStore, (state) => state.desktop?.platform ?? 'linux')
  const { contains } = useFilter({ sensitivity: 'base' })
  const items = useMemo(
    () => paletteItems(planNow(), todayNow(), { words, format, platform }),
    [words, format, platform],
  )
  return (
    <ModalOverlay
      isOpen
      isDismissable
      className={classes(styles.scrim)}
      onOpenChange={(open) => !open && closeOverlay()}
    >
      <Modal className={classes(styles.panel)}>
        <Dialog aria-label={words.app.palette} className={classes(styles.dialog)}>
          <Autocomplete filter={(text, typed) => typed.split(/\s+/).every((part) => contains(text, part))}>
            <SearchField aria-label={words.app.palette} autoFocus className={classes(styles.field)}>
              <Icon name="search" />
              <Input className={classes(styles.input)} placeholder={words.app.palettePlaceholder} />
            </SearchField>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be in reach of the keyboard */}
            <section className={styles.scroll} tabIndex={0} aria-label={words.app.palette}>
              <Menu
                aria-label={words.app.palette}
                className={classes(styles.list)}
                renderEmptyState={() => <div className={listStyles.empty}>{words.app.nothingFound}</div>}
              >
                {groups.map((group) => (
                  <MenuSection key={group}>
                    <Header className={listStyles.header}>{words.app.paletteGroups[group]}</Header>
                    {items.filter((item) => item.group === group).map((item) => paletteLine(item))}
                  </MenuSection>
                ))}
              </Menu>
            </section>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

function paletteLine(item: PaletteItem) {
  return (
    <MenuItem
      key={item.id}
      id={item.id}
      textValue={item.label}
      className={classes(listStyles.item)}
      onAction={() => choose(item)}
    >
      {item.colour === undefined ? null : <span className={fieldStyles.dot} data-colour={item.colour} />}
      <span className={listStyles.words}>{item.label}</span>
      {item.keys === undefined ? null : <kbd className={listStyles.keys}>{item.keys}</kbd>}
    </MenuItem>
  )
}

function choose({ does }: PaletteItem): void {
  closeOverlay()
  // After the palette has given the focus back, so that an action on the focused session finds it.
  requestAnimationFrame(() => {
    if ('action' in does) runAction(does.action)
    else if ('client' in does) go({ screen: 'clients', clientId: does.client })
    else go(weekPlace(does.week))
  })
}
