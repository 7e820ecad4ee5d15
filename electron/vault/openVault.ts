import { closeSync, openSync, readSync } from 'node:fs'
import { join } from 'node:path'
import { type Disk, nodeDisk } from '../storage/disk.ts'
import { type RewritableFile, textFile } from '../storage/textFile.ts'
import { changeOver } from './changeOver.ts'
import type { KeyRecord } from './keyRecord.ts'
import { dataPlaces } from './places.ts'
import { sealedDisk } from './sealedDisk.ts'
import { recordIn } from './seals.ts'
import { type Keychain, Vault } from './vault.ts'

/** The vault of a folder of data, and the way to read and write in it. */
export interface OpenVault {
  readonly vault: Vault
  /** The file system, encrypting as the vault says. */
  readonly disk: Disk
  /** A small file beside the plan that is encrypted with it. */
  readonly file: (name: string) => RewritableFile
  /** Writes every file anew as the vault says now; nobody else may be writing the plan's files or backups. */
  readonly changeOver: (second: string | null) => Promise<void>
}

/** The vault of a folder of data. Its own file is clear: it holds the key, locked. */
export function openVault(
  userData: string,
  keychain: Keychain,
  cost?: ConstructorParameters<typeof Vault>[0]['cost'],
): OpenVault {
  const vault = new Vault({
    file: textFile(join(userData, 'vault.json')),
    keychain,
    recordOfData: () => recordOfPlan(join(userData, 'plan')),
    ...(cost === undefined ? {} : { cost }),
  })
  const disk = sealedDisk(nodeDisk, vault)
  const files = new Map<string, RewritableFile>()
  return {
    vault,
    disk,
    file: (name) => {
      const file = files.get(name) ?? textFile(join(userData, name), disk)
      files.set(name, file)
      return file
    },
    changeOver: async (second) => {
      await changeOver(disk, nodeDisk, dataPlaces({ userData, second }, nodeDisk))
      for (const file of files.values()) await file.rewrite()
    },
  }
}

/** The key record that the plan's files carry, from their beginnings. */
function recordOfPlan(folder: string): KeyRecord | null {
  for (const name of ['practice.json', 'practice.json.prev']) {
    const record = recordIn(beginning(join(folder, name)))
    if (record !== null) return record
  }
  return null
}

function beginning(path: string): Uint8Array {
  const bytes = Buffer.alloc(2000)
  let fd: number
  try {
    fd = openSync(path, 'r')
  } catch {
    return Buffer.alloc(0)
  }
  try {
    return bytes.subarray(0, readSync(fd, bytes, 0, bytes.length, 0))
  } catch {
    return Buffer.alloc(0)
  } finally {
    closeSync(fd)
  }
}
