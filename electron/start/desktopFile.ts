/** Desktop files as the Desktop Entry Specification 1.5 wants them. */

/**
 * A program and its arguments as the value of `Exec`. A program whose path holds `%` or `=` is started by a shell: the
 * specification has no way to name the one, and forbids the other.
 */
export function execValue(words: readonly string[]): string {
  const [program = ''] = words
  const started = /[%=]/.test(program) ? ['/bin/sh', '-c', 'exec "$0" "$@"', ...words] : words
  return escaped(started.map(quoted).join(' '))
}

/** "Quoting must be done by enclosing the argument between double quotes" and escaping these four; `%` begins a field code. */
function quoted(word: string): string {
  const whole = word.replaceAll('%', '%%')
  if (/^[\w/.:=@,+%-]+$/.test(word)) return whole
  return `"${whole.replace(/["`$\\]/g, '\\$&')}"`
}

/** A text as the value of a key: the escapes of "Possible value types". */
export function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\r', '\\r').replaceAll('\t', '\\t')
}

/** The keys of the group `Desktop Entry`, as they stand in the file. */
export function entryKeys(text: string): ReadonlyMap<string, string> {
  const keys = new Map<string, string>()
  let isEntry = false
  for (const line of text.split('\n')) {
    if (line.startsWith('[')) isEntry = line.trim() === '[Desktop Entry]'
    const [, key, value] = /^([^#=[\s][^=]*?)\s*=\s*(.*)$/.exec(line) ?? []
    if (isEntry && key !== undefined && value !== undefined) keys.set(key, value.trimEnd())
  }
  return keys
}
