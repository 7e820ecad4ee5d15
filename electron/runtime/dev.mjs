import { once } from 'node:events'
import { watch } from 'node:fs'
import { join } from 'node:path'
import { bundleStale } from './bundle.mjs'
import { launch } from './launch.mjs'
import { projectFolder } from './paths.mjs'
import { fail, say } from './say.mjs'

/**
 * `npm run dev`: builds with source maps, starts the app, and on every change builds again and restarts it. There is no
 * development server, because the app opens no connection.
 */
async function develop() {
  await bundleStale('development')
  let running = await launch(process.argv.slice(2))
  let isBusy = false
  let isChanged = false

  const restart = async () => {
    const { child, end } = running
    if (child.exitCode === null && child.signalCode === null) {
      end('SIGTERM')
      await once(child, 'exit')
    }
    running = await launch(process.argv.slice(2))
  }
  const rebuild = async () => {
    isChanged = true
    if (isBusy) return
    isBusy = true
    while (isChanged) {
      isChanged = false
      const isBuilt = await bundleStale('development').catch((error) => say(`not built: ${error}`))
      if (isBuilt) await restart()
    }
    isBusy = false
  }

  for (const folder of ['electron', 'shared', 'renderer', 'assets']) {
    watch(join(projectFolder, folder), { recursive: true }, () => void rebuild())
  }
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      running.end(signal)
      process.exit(0)
    })
  }
}

develop().catch(fail)
