import type { StartNotice } from '../../shared/ipc/contract.ts'

/** Whether notices of this kind say the same of each file, so that one tells all. */
export function isJoined({ code }: StartNotice): boolean {
  return code === 'newer-version' || code === 'nothing-readable'
}

/** The notices with one in the place of those that say the same of several files, which it names with commas between. */
export function joinedNotices(notices: readonly StartNotice[]): readonly StartNotice[] {
  const joined = new Map<StartNotice['code'], StartNotice>()
  for (const notice of notices.filter(isJoined)) {
    const files = [joined.get(notice.code)?.params.file, notice.params.file].filter(
      (file) => file !== undefined,
    )
    const params = files.length === 0 ? notice.params : { ...notice.params, file: files.join() }
    joined.set(notice.code, { ...notice, params })
  }
  return [...joined.values(), ...notices.filter((notice) => !isJoined(notice))]
}
