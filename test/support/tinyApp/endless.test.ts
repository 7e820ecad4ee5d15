import { fileURLToPath } from 'node:url'
import { test } from 'vitest'
import { runVariable } from '../display.ts'
import { launchHeadroom } from '../electronApp.ts'

test('opens a window and waits to be killed', async () => {
  await launchHeadroom({ appFolder: fileURLToPath(new URL('.', import.meta.url)) })
  console.log(`RUNNING ${process.env[runVariable]} ${process.env.HEADROOM_TEST_FOLDER}`)
  await new Promise(() => setInterval(() => {}, 60_000))
})
