import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto'
import { z } from 'zod'

/** Bytes of the key of the data, and of what a passphrase is made into. */
const KEY_BYTES = 32
const IV_BYTES = 12
const TAG_BYTES = 16

/**
 * scrypt's cost: 2^17 × 8 × 128 bytes = 128 MiB and some tenths of a second for each guess (OWASP's password storage
 * recommendation for scrypt). Written into each record, so that it can be raised later.
 */
const COST = { N: 2 ** 17, r: 8, p: 1 }
/** A record may not ask for more memory than this, whoever wrote it. */
const MOST_MEMORY = 1024 ** 3

const Base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)

/** The key of the data, locked by a passphrase: useless without it. */
export const KeyRecord = z
  .strictObject({
    version: z.literal(1),
    kdf: z.strictObject({
      name: z.literal('scrypt'),
      N: z.int().min(2 ** 14),
      r: z.int().min(1).max(64),
      p: z.int().min(1).max(16),
      salt: Base64,
    }),
    /** AES-256-GCM of the key: initialisation vector, ciphertext and tag. */
    wrapped: Base64,
  })
  .refine(({ kdf: { N, r } }) => (N & (N - 1)) === 0 && 128 * N * r <= MOST_MEMORY)
export type KeyRecord = z.infer<typeof KeyRecord>

/** A new key for data. */
export function newKey(): Buffer {
  return randomBytes(KEY_BYTES)
}

/** Locks a key by a passphrase. `cost` is scrypt's; a test takes less than the usual one. */
export async function lockKey(key: Uint8Array, passphrase: string, cost = COST): Promise<KeyRecord> {
  const salt = randomBytes(16)
  const wrapping = await stretched(passphrase, salt, cost)
  return {
    version: 1,
    kdf: { name: 'scrypt', ...cost, salt: salt.toString('base64') },
    wrapped: encrypted(key, wrapping, 'key').toString('base64'),
  }
}

/** The key that a record holds; null where the passphrase is another one. */
export async function unlockKey(record: KeyRecord, passphrase: string): Promise<Buffer | null> {
  const { salt, N, r, p } = record.kdf
  const wrapping = await stretched(passphrase, Buffer.from(salt, 'base64'), { N, r, p })
  const key = decrypted(Buffer.from(record.wrapped, 'base64'), wrapping, 'key')
  return key?.length === KEY_BYTES ? key : null
}

/** AES-256-GCM: initialisation vector, ciphertext, tag. `role` is authenticated too: what is one cannot pass for another. */
export function encrypted(bytes: Uint8Array, key: Uint8Array, role: string): Buffer {
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES })
  cipher.setAAD(Buffer.from(role))
  return Buffer.concat([iv, cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
}

/** What `encrypted` was given; null where the key is another one or a bit was changed. */
export function decrypted(sealed: Uint8Array, key: Uint8Array, role: string): Buffer | null {
  if (sealed.length < IV_BYTES + TAG_BYTES) return null
  const end = sealed.length - TAG_BYTES
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  })
  decipher.setAAD(Buffer.from(role))
  decipher.setAuthTag(sealed.subarray(end))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(IV_BYTES, end)), decipher.final()])
  } catch {
    return null
  }
}

/** However a keyboard composes an accented letter, the passphrase is the same. */
function stretched(
  passphrase: string,
  salt: Uint8Array,
  { N, r, p }: { readonly N: number; readonly r: number; readonly p: number },
): Promise<Buffer> {
  const options = { N, r, p, maxmem: 2 * 128 * N * r }
  return new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFKC'), salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    )
  })
}
