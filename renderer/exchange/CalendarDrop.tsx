import { useEffect, useState } from 'react'
import { useWords } from '../state/words.ts'
import styles from './CalendarDrop.module.css'
import { importFile } from './importStore.ts'

/** Whether files are held, and not over a place that takes them for itself (`FileDrop`). */
const isOurs = (event: DragEvent) => {
  const holdsFiles = event.dataTransfer?.types.includes('Files') ?? false
  return holdsFiles && !(event.target instanceof Element && event.target.closest('[data-takes-files]'))
}

/** Takes a calendar file that is dropped anywhere on the window, and says so while one is held over it. Mounted once. */
export function CalendarDrop() {
  const { calendar: words } = useWords()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    const over = (event: DragEvent) => {
      if (!isOurs(event)) return setOver(false)
      event.preventDefault()
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      // Between two elements of the page the pointer has not left it.
      if (event.relatedTarget === null) setOver(false)
    }
    const drop = (event: DragEvent) => {
      if (!isOurs(event)) return setOver(false)
      event.preventDefault()
      setOver(false)
      const file = event.dataTransfer?.files[0]
      if (file !== undefined) void importFile(file)
    }
    window.addEventListener('dragover', over)
    window.addEventListener('dragleave', leave)
    window.addEventListener('drop', drop)
    return () => {
      window.removeEventListener('dragover', over)
      window.removeEventListener('dragleave', leave)
      window.removeEventListener('drop', drop)
    }
  }, [])
  return isOver ? (
    <div className={styles.drop} role="status">
      {words.dropHere}
    </div>
  ) : null
}
