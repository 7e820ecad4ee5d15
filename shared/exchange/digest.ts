/** Digests that tell whether something changed. They are no protection against anybody. */

const PRIME_A = 0x01000193
const PRIME_B = 0x85ebca6b

function mixed(text: string, seed: number, prime: number): number {
  let hash = seed
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), prime)
  // Murmur3's finaliser: every bit of the input can change every bit of the digest.
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}

const hex = (word: number): string => word.toString(16).padStart(8, '0')

/** 32 bits of a text (FNV-1a with Murmur3's finaliser) as eight hexadecimal digits. */
export function shortDigest(text: string): string {
  return hex(mixed(text, 0x811c9dc5, PRIME_A))
}

/** 64 bits of a text as sixteen hexadecimal digits, for identities. */
export function digest(text: string): string {
  return shortDigest(text) + hex(mixed(text, 0x9747b28c, PRIME_B))
}
