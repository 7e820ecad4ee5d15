import { webContents } from 'electron'
import type { EventName, Events } from '../../shared/ipc/contract.ts'
import { isWindowPage } from '../security/contentsGuard.ts'

/** Sends a message to every window; the page that is printed gets none of these. */
export function tellWindows<N extends EventName>(name: N, message: Events[N]): void {
  for (const contents of webContents.getAllWebContents()) {
    if (!contents.isDestroyed() && isWindowPage(contents.getURL())) contents.send(name, message)
  }
}
