import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Whether this computer can watch the calls that a process makes to the system. */
export function canTrace(): boolean {
  return process.platform === 'linux' && spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0
}

/** Writes a script that runs a program, and has every `connect` of it and of all its children written down. */
export function tracing(executable: string, folder: string): string {
  const script = join(folder, 'traced')
  const out = join(folder, 'connects')
  writeFileSync(
    script,
    `#!/bin/sh\nexec strace -f --seccomp-bpf -e trace=connect -e signal=none -o '${out}' '${executable}' "$@"\n`,
    { mode: 0o755 },
  )
  return script
}

/** What was written down: an address family and where to, one line a call. */
export function tracedConnects(folder: string): readonly string[] {
  const file = join(folder, 'connects')
  if (!existsSync(file)) throw new Error('nothing was traced')
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.includes('connect('))
}
