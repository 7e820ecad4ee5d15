import notice from '../shell/Notices.module.css'
import { useWords } from '../state/words.ts'
import { Button, IconButton } from '../ui/Button.tsx'
import { Icon } from '../ui/Icon.tsx'
import { leaveFolder, lookAtFolder, useFolderCalendars } from './offeredCalendars.ts'

/** Says that the watched folder holds something new, until it is looked at or left. Nothing is imported by itself. */
export function FolderNotice() {
  const { folder: words } = useWords().calendar
  const files = useFolderCalendars()
  if (files.length === 0) return null
  return (
    <div className={notice.notice} role="status" data-no-frame="">
      <Icon name="calendar" />
      <p>{words.found(files.map(({ name }) => name))}</p>
      <Button size="small" onPress={lookAtFolder}>
        {words.look}
      </Button>
      <IconButton icon="close" variant="quiet" size="small" label={words.leave} onPress={leaveFolder} />
    </div>
  )
}
