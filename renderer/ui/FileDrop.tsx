import { type DragEvent, type ReactNode, useState } from 'react'
import { bridge } from '../state/bridge.ts'
import { classes } from './classes.ts'
import styles from './FileDrop.module.css'

export interface FileDropProps {
  /** What is said while a file is held over it. */
  readonly hint: string
  /** The path of the file that was dropped, and its name. */
  readonly onFile: (path: string, name: string) => void
  readonly children: ReactNode
}

/** A place that takes one file; the window's own place for files leaves it alone. */
export function FileDrop({ hint, onFile, children }: FileDropProps) {
  const [isOver, setOver] = useState(false)
  const hold = (event: DragEvent) => {
    if (!event.dataTransfer.types.includes('Files')) return
    event.preventDefault()
    setOver(true)
  }
  const leave = ({ currentTarget, relatedTarget }: DragEvent) => {
    if (!(relatedTarget instanceof Node) || !currentTarget.contains(relatedTarget)) setOver(false)
  }
  const drop = (event: DragEvent) => {
    setOver(false)
    const file = event.dataTransfer.files[0]
    if (file === undefined) return
    event.preventDefault()
    const path = bridge.pathOf(file)
    if (path !== '') onFile(path, file.name)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a pointer's way only; the same is done by a button within
    <div
      data-takes-files
      className={classes(styles.place, isOver && styles.over)}
      onDragOver={hold}
      onDragLeave={leave}
      onDrop={drop}
    >
      {children}
      {isOver ? (
        <p className={styles.hint} role="status">
          {hint}
        </p>
      ) : null}
    </div>
  )
}
