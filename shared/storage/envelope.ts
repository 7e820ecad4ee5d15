/**
 * The document around a shard: what it is, of which version and revision, and a checksum over its data. Pure: the
 * digest is a parameter.
 */
import { z } from 'zod'
import type { Digest } from './journalLine.ts'
import { currentVersion, migrate } from './migrations.ts'
import { checkShard, type ShardData, type ShardName } from './shard.ts'

/** A shard with all that is known about it. */
export interface Sealed {
  readonly shard: ShardName
  readonly version: number
  /** The revision of the plan that the data is of. */
  readonly rev: number
  readonly savedAt: string
  readonly appVersion: string
  /** On the practice: the years that there are documents of, so that a missing one is noticed. */
  readonly years: readonly string[] | null
  readonly data: ShardData
  /**
   * Where the document is of an older version: its data as it stands there. Lines of the journal that were written by
   * that version are meant for it, and come before the migration.
   */
  readonly older?: unknown
}

/** Why a document cannot be used. */
export type Unreadable = 'not-json' | 'not-headroom' | 'checksum' | 'newer-version' | 'schema'

export type Opened =
  | { readonly ok: true; readonly sealed: Sealed }
  | { readonly ok: false; readonly why: Unreadable; readonly detail: string }

const Header = z.object({
  format: z.literal('headroom'),
  shard: z.string(),
  version: z.int().min(1),
  rev: z.int().min(0),
  savedAt: z.string(),
  appVersion: z.string(),
  years: z.array(z.string()).nullable(),
  data: z.unknown(),
})

const Version = z.object({ format: z.literal('headroom'), version: z.int().min(1) })
const sumField = /,"sha256":"([0-9a-f]{64})"/

/** The text of a document. The checksum is taken over the text as it is without it, so any altered byte shows. */
export function sealText(sealed: Sealed, digest: Digest): string {
  const { shard, version, rev, savedAt, appVersion, years } = sealed
  const head = JSON.stringify({ format: 'headroom', shard, version, rev, savedAt, appVersion, years }).slice(
    0,
    -1,
  )
  const data = `,"data":${JSON.stringify(sealed.data)}}`
  return `${head},"sha256":"${digest(head + data)}"${data}`
}

/** Opens a document of `shard`: checks form, checksum, version and schema, and migrates an older version. */
export function openText(text: string, shard: ShardName, digest: Digest): Opened {
  const parsed = parse(text)
  if (parsed === undefined) return unreadable('not-json', `${text.length} characters`)
  const known = Version.safeParse(parsed)
  if (!known.success) return unreadable('not-headroom', '')
  if (known.data.version > currentVersion) return unreadable('newer-version', `${known.data.version}`)
  const sum = sumField.exec(text)
  if (sum === null || digest(text.slice(0, sum.index) + text.slice(sum.index + sum[0].length)) !== sum[1]) {
    return unreadable('checksum', '')
  }
  const header = Header.safeParse(parsed)
  if (!header.success || header.data.shard !== shard) return unreadable('not-headroom', '')
  const { version, rev, savedAt, appVersion, years, data } = header.data
  const checked = checkShard(shard, migrate(shard, version, data))
  if (!checked.ok) return unreadable('schema', checked.detail)
  const sealed = { shard, version, rev, savedAt, appVersion, years, data: checked.data }
  return { ok: true, sealed: version === currentVersion ? sealed : { ...sealed, older: data } }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unreadable(why: Unreadable, detail: string): Opened {
  return { ok: false, why, detail }
}
