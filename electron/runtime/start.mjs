import { bundleStale } from './bundle.mjs'
import { launch } from './launch.mjs'
import { fail } from './say.mjs'

/**
 * `npm start`: builds what changed and runs the app until it quits; its exit code is passed on. When npm is ended, only
 * its shell hears of it, so that a new parent process is a wish to end, too.
 */
async function start() {
  await bundleStale('production')
  const { child, end } = await launch(process.argv.slice(2))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => end(signal))
  const parent = process.ppid
  const watch = setInterval(() => process.ppid !== parent && end('SIGTERM'), 500)
  child.on('error', fail)
  child.on('exit', (code) => {
    clearInterval(watch)
    process.exitCode = code ?? 1
  })
}

start().catch(fail)
