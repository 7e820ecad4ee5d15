/** Content lines as RFC 5545 §3.1 wants them: folded by octets, ended by CRLF. */

/** Octets of a line without its end. */
const LONGEST = 75

/** How many octets a code point takes in UTF-8. */
function octetsOf(point: number): number {
  if (point < 0x80) return 1
  if (point < 0x800) return 2
  return point < 0x10000 ? 3 : 4
}

/** A line folded so that no part is longer than 75 octets and no character is cut; with its CRLF. */
export function folded(line: string): string {
  let out = ''
  let octets = 0
  for (const unit of line) {
    const size = octetsOf(unit.codePointAt(0) ?? 0)
    if (octets + size > LONGEST) {
      out += '\r\n '
      octets = 1
    }
    out += unit
    octets += size
  }
  return `${out}\r\n`
}

/** What no line may hold (§3.1): control characters but the tab. Line ends have become `\n` by then. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0008\u000b-\u001f\u007f]/g

/** A text value (§3.3.11). Lone halves of surrogate pairs, which UTF-8 cannot hold, become the replacement character. */
export function escaped(text: string): string {
  return text
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .replace(/\r\n?/g, '\n')
    .replace(CONTROLS, '')
    .replace(/[\\;,]/g, (unit) => `\\${unit}`)
    .replaceAll('\n', '\\n')
}

/** A parameter value, quoted where it must be (§3.2); quotes themselves cannot be written. */
export function parameter(text: string): string {
  const plain = text.replace(/"/g, "'")
  return /[:;,]/.test(plain) ? `"${plain}"` : plain
}
