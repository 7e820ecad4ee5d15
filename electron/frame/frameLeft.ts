import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { textFile } from '../storage/textFile.ts'
import { FRAME_FILE, type FrameRecord, readFrame } from './frameRecord.ts'
import { planMark } from './planMark.ts'

/**
 * The picture that the last start left, where the plan's files are as they were then; null where they are not. Where data
 * is encrypted there is none, and one that a crash left is not looked at.
 */
export function frameLeft(userData: string): FrameRecord | null {
  if (existsSync(join(userData, 'vault.json'))) return null
  const record = readFrame(textFile(join(userData, FRAME_FILE)).read())
  return record !== null && record.plan === planMark(join(userData, 'plan')) ? record : null
}
