import { bundleStale } from './bundle.mjs'
import { launch } from './launch.mjs'
import { fail } from './say.mjs'

/** `npm start`: builds what changed and runs the app until it quits; its exit code is passed on. */
async function start() {
  await bundleStale('production')
  const { child, end } = await launch(process.argv.slice(2))
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => end(signal))
  child.on('error', fail)
  child.on('exit', (code) => process.exit(code ?? 1))
}

start().catch(fail)
