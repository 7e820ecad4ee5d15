import { readFileSync } from 'node:fs'

/**
 * Makes the invoice that stands as JSON in the file of the first argument as often as the second says, and prints how long
 * each took in milliseconds, the CPU time of all together, and the size in bytes.
 */
export async function measured(make) {
  const [, , path, runs] = process.argv
  const view = JSON.parse(readFileSync(path, 'utf8'))
  // The first loads fonts and compiles; it does not count for the others either.
  await make(view)
  const times = []
  let bytes = 0
  const before = process.cpuUsage()
  for (let run = 0; run < Number(runs); run += 1) {
    const begin = performance.now()
    bytes = (await make(view)).length
    times.push(performance.now() - begin)
  }
  const { user, system } = process.cpuUsage(before)
  process.stdout.write(JSON.stringify({ times, cpu: (user + system) / 1000 / Number(runs), bytes }))
}
