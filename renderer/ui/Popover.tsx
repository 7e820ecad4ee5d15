import { type ReactNode, type RefObject, useEffect } from 'react'
import { Popover as AriaPopover, Dialog, type Placement } from 'react-aria-components/Popover'
import { classes } from './classes.ts'
import styles from './Dialog.module.css'

export interface PopoverProps {
  /** Spoken name. */
  readonly label: string
  readonly placement?: Placement
  /** `wide` has room for a table. */
  readonly size?: 'normal' | 'wide'
  readonly children: ReactNode | ((close: () => void) => ReactNode)
}

export interface AnchoredPopoverProps extends PopoverProps {
  readonly anchor: RefObject<Element | null>
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** A small panel beside an element that is no button of its own: a block of the grid, a place on it. */
export function AnchoredPopover({
  label,
  placement = 'right top',
  size = 'normal',
  anchor,
  isOpen,
  onClose,
  children,
}: AnchoredPopoverProps) {
  useEscapeOutside(isOpen, onClose)
  return (
    <AriaPopover
      className={classes(styles.popover, styles.anchored, size === 'wide' && styles.widePopover)}
      placement={placement}
      triggerRef={anchor}
      isOpen={isOpen}
      onOpenChange={(open) => !open && onClose()}
    >
      <Dialog aria-label={label} className={classes(styles.content)}>
        {typeof children === 'function' ? children(onClose) : children}
      </Dialog>
    </AriaPopover>
  )
}

/**
 * Escape closes the panel also where the focus is not in it: what was closed just before may take the focus back after
 * the panel has opened.
 */
function useEscapeOutside(isOpen: boolean, onClose: () => void): void {
  useEffect(() => {
    if (!isOpen) return
    const listen = (event: KeyboardEvent) => {
      const isInside = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null
      if (event.key !== 'Escape' || event.defaultPrevented || isInside) return
      event.preventDefault()
      event.stopPropagation()
      onClose()
    }
    window.addEventListener('keydown', listen, true)
    return () => window.removeEventListener('keydown', listen, true)
  }, [isOpen, onClose])
}
