import type { Disk } from '../storage/disk.ts'
import { isSealed, isSealedLine, openFile, openLine, sealFile, sealLine } from './seals.ts'
import type { Vault } from './vault.ts'

/**
 * The file system with encrypted content as the vault says. Files and lines of either kind are read, so that a change
 * from one to the other can be interrupted anywhere. What cannot be decrypted is given as it lies there: whoever reads
 * it finds it damaged.
 */
export function sealedDisk(disk: Disk, vault: Vault): Disk {
  const unsealed = (bytes: Uint8Array) => {
    // Where nothing is encrypted here, it is somebody else's.
    if (vault.state() === 'off' || !isSealed(bytes)) return bytes
    return openFile(bytes, vault.key()) ?? bytes
  }
  return {
    ...disk,
    read: (path) => {
      const bytes = disk.read(path)
      return bytes === null ? null : unsealed(bytes)
    },
    sealed: (bytes) => {
      const key = vault.sealing()
      // A damaged file that is kept is encrypted already.
      return key === null || isSealed(bytes) ? bytes : sealFile(bytes, key)
    },
    unsealed,
    sealedLine: (line) => {
      const key = vault.sealing()
      return key === null ? line : sealLine(line, key.key)
    },
    unsealedLine: (line) => {
      if (vault.state() === 'off' || !isSealedLine(line)) return line
      return openLine(line, vault.key()) ?? line
    },
  }
}
