import type { ReactElement } from 'react'
import { Menu as AriaMenu, MenuItem, MenuTrigger, Popover, Separator } from 'react-aria-components/Menu'
import { classes } from './classes.ts'
import { Icon, type IconName } from './Icon.tsx'
import styles from './List.module.css'

/** A line of a menu, or a line between lines. */
export type MenuLine =
  | {
      readonly id: string
      readonly label: string
      readonly icon?: IconName
      readonly keys?: string
      readonly isDisabled?: boolean
      readonly isDanger?: boolean
      readonly run: () => void
      /** Called when the line comes to hand, by pointer or key, and when it is left or the menu closes. */
      readonly look?: (isLooking: boolean) => void
    }
  | 'separator'

/** A menu that the given button opens. */
export function Menu({
  button,
  label,
  lines,
}: {
  readonly button: ReactElement
  readonly label: string
  readonly lines: readonly MenuLine[]
}) {
  const left = (isOpen: boolean) => {
    if (!isOpen) for (const line of lines) if (line !== 'separator') line.look?.(false)
  }
  return (
    <MenuTrigger onOpenChange={left}>
      {button}
      <Popover className={classes(styles.popover)} offset={4}>
        <AriaMenu className={classes(styles.list)} aria-label={label}>
          {lines.map((line, i) =>
            line === 'separator' ? (
              // biome-ignore lint/suspicious/noArrayIndexKey: separators have no identity but their place
              <Separator key={`separator ${i}`} className={classes(styles.separator)} />
            ) : (
              <MenuItem
                key={line.id}
                id={line.id}
                textValue={line.label}
                isDisabled={line.isDisabled ?? false}
                className={classes(styles.item)}
                {...(line.isDanger ? { 'data-danger': true } : {})}
                onAction={line.run}
                {...(line.look === undefined
                  ? {}
                  : { onFocus: () => line.look?.(true), onBlur: () => line.look?.(false) })}
              >
                {line.icon === undefined ? null : <Icon name={line.icon} size={14} />}
                <span className={styles.words}>{line.label}</span>
                {line.keys === undefined ? null : <kbd className={styles.keys}>{line.keys}</kbd>}
              </MenuItem>
            ),
          )}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  )
}
