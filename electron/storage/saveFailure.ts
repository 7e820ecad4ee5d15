import type { SaveState } from '../../shared/ipc/contract.ts'
import { codeOf } from './disk.ts'

type Why = Extract<SaveState, { state: 'failed' }>['why']

const reasons: Readonly<Record<string, Why>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  EBUSY: 'locked',
  ETXTBSY: 'locked',
  EELSEWHERE: 'elsewhere',
}

/** What the user is told of an error of the file system. */
export function saveFailure(error: unknown): SaveState {
  const code = codeOf(error)
  return { state: 'failed', why: reasons[code] ?? 'other', detail: code }
}
