import type { LookReply, RestoreReply } from '../../shared/ipc/dataContract.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'
import { savePdfOf } from '../state/savePdf.ts'
import { toast } from '../state/toasts.ts'
import { toastWithUndo } from '../state/undoToast.ts'
import { wordsNow } from '../state/words.ts'

/** A backup or a file that was opened, and what it would change. */
export type Looked = Extract<LookReply, { state: 'read' }>

/** Says why something about the data did not work. */
export function tellFailed(code: string): void {
  const { failed } = wordsNow().data
  toast({ text: failed[code] ?? failed.other ?? '', tone: 'over' })
}

/** Asks main; a fault is told and gives null. */
async function asked<T>(request: () => Promise<T>): Promise<T | null> {
  try {
    return await request()
  } catch (fault) {
    reportFault(fault)
    tellFailed('other')
    return null
  }
}

/** Opens a backup, or with null a file that the user picks; null where that did not work. */
export async function lookAt(id: string | null): Promise<Looked | 'encrypted' | null> {
  return looked(
    await asked(() =>
      id === null ? bridge.request('data/import', undefined) : bridge.request('data/look', { id }),
    ),
  )
}

/** Opens the encrypted file that was picked; `encrypted` once more where the passphrase is another one. */
export async function lookWith(passphrase: string): Promise<Looked | 'encrypted' | null> {
  return looked(await asked(() => bridge.request('data/importWith', { passphrase })))
}

function looked(reply: LookReply | null): Looked | 'encrypted' | null {
  if (reply?.state === 'failed') tellFailed(reply.code)
  if (reply?.state === 'encrypted') return 'encrypted'
  return reply?.state === 'read' ? reply : null
}

/** Puts what was looked at in the place of the plan; true where that was done. */
export async function restore(id: string): Promise<boolean> {
  return done(await asked(() => bridge.request('data/restore', { id })))
}

/** Goes on with what could be read. */
export async function goOn(): Promise<boolean> {
  return done(await asked(() => bridge.request('data/goOn', undefined)))
}

/** Opens for writing what is open on another computer: the app starts anew. */
export async function openHere(): Promise<void> {
  done(await asked(() => bridge.request('data/openHere', undefined)))
}

/** Starts the app anew, with what is on the disk; `safe` with the data alone. */
export async function startAgain(safe = false): Promise<void> {
  await asked(() => bridge.request('data/startAgain', { safe }))
}

function done(reply: RestoreReply | null): boolean {
  if (reply?.state === 'failed') tellFailed(reply.code)
  if (reply?.state === 'done') toastWithUndo(wordsNow().data.look.done)
  return reply?.state === 'done' || reply?.state === 'restarting'
}

/** Makes a backup now. */
export async function backUp(): Promise<void> {
  const reply = await asked(() => bridge.request('data/backUp', undefined))
  if (reply?.state === 'failed') tellFailed(reply.code)
  if (reply?.state === 'done') toast({ text: wordsNow().data.backedUp, tone: 'done' })
}

/** Saves one file with everything where the user says. */
export function exportAll(): Promise<void> {
  return savePdfOf(() => bridge.request('data/export', undefined))
}

/** Tries at once to save what waits for the disk. */
export async function retrySaving(): Promise<void> {
  const isSaved = await asked(() => bridge.request('data/retry', undefined))
  if (isSaved === false) toast({ text: wordsNow().data.notSaved.stillNot, tone: 'over' })
}

/** Puts the diagnostics on the clipboard. */
export async function copyDiagnostics(): Promise<void> {
  const reply = await asked(async () => {
    await bridge.request('data/diagnostics', undefined)
    return true
  })
  if (reply === true) toast({ text: wordsNow().data.copied, tone: 'done' })
}

/** Opens the folder of the data. */
export function showFolder(): void {
  void asked(() => bridge.request('data/show', undefined))
}
