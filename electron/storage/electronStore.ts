import { ipcMain } from 'electron'
import Store from 'electron-store'
import type { StoredDocument } from './shardStore.ts'

/**
 * electron-store without the channel that it opens for pages: that answers any sender with the folder of the data, and
 * nothing here needs it.
 */
export class DocumentStore extends Store<StoredDocument> {
  constructor(options: ConstructorParameters<typeof Store<StoredDocument>>[0]) {
    super(options)
    ipcMain.removeAllListeners('electron-store-get-data')
  }
}
