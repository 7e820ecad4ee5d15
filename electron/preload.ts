/**
 * The bridge: puts `window.headroom` before the page. It knows the contract's names and nothing else; neither the raw
 * ipcRenderer nor an event object reaches the page.
 */
import { contextBridge, ipcRenderer, webUtils } from 'electron'
import type { Bridge } from '../shared/ipc/contract.ts'
import { heardNames, requestNames } from '../shared/ipc/names.ts'

const requests = new Set<string>(requestNames)
const heard = new Set<string>(heardNames)

const bridge: Bridge = {
  request: (name, payload) => {
    if (!requests.has(name)) return Promise.reject(new Error('unknown request'))
    return ipcRenderer.invoke(name, payload)
  },
  pathOf: (file) => (file instanceof File ? webUtils.getPathForFile(file) : ''),
  on: (name, listen) => {
    if (!heard.has(name)) throw new Error('unknown message')
    const forward = (_event: unknown, message: Parameters<typeof listen>[0]) => listen(message)
    ipcRenderer.on(name, forward)
    return () => {
      ipcRenderer.removeListener(name, forward)
    }
  },
}

// The page gets a frozen copy.
contextBridge.exposeInMainWorld('headroom', bridge)
