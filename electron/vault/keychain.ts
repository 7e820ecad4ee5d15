import { safeStorage } from 'electron'
import type { Keychain } from './vault.ts'

/** The desktop's keychain: Keychain on macOS, the Data Protection API on Windows, the Secret Service or KWallet on Linux. */
export const desktopKeychain: Keychain = {
  // Without a keychain Linux would only hide the key by a password that everybody knows.
  available: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || safeStorage.getSelectedStorageBackend() !== 'basic_text'),
  protect: (text) => safeStorage.encryptString(text).toString('base64'),
  reveal: (secret) => {
    try {
      return safeStorage.decryptString(Buffer.from(secret, 'base64'))
    } catch {
      // Another user or another computer: the passphrase still opens it.
      return null
    }
  },
}
