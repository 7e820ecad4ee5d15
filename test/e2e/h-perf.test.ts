import { test } from 'vitest'
import { launchHeadroom } from '../support/electronApp.ts'
test.each([60, 200])('%i sessions', async (n) => {
  const app = await launchHeadroom({ appFolder: '/tmp/h-app', now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin', locale: 'en', size: { width: 1440, height: 900 } })
  const { page } = app
  await page.locator('main button').nth(1).click()
  await page.getByRole('grid').waitFor()
  await page.evaluate(async (n) => {
    const h = (window as any).headroom
    const exec = async (command: unknown) => { const r = await h.request('plan/execute', { id: crypto.randomUUID(), command }); if (!r.ok) throw new Error(JSON.stringify(r)) }
    const colours = ['blue', 'teal', 'plum', 'amber', 'slate', 'green', 'rust']
    for (let i = 0; i < 7; i++) {
      const client = { id: 'c' + i, name: 'Client ' + i, code: '', colour: colours[i], address: { street: '', number: '', postcode: '', town: '', country: '' }, taxId: '', email: '', contacts: [], currency: 'EUR', zone: 'Europe/Berlin', language: 'en', paymentDays: 30, notes: '', archived: false, order: i }
      const engagement = { id: 'e' + i, clientId: 'c' + i, name: 'Advisory', status: 'active', probability: 100, start: '2026-01-01', end: null, terms: [{ from: '2026-01-01', terms: { kind: 'hourly', rate: 12000 } }], commitments: [], rounding: { mode: 'none', increment: 15, scope: 'entry' }, notes: '', order: 1 }
      await exec({ type: 'practice/put', records: [{ kind: 'client', value: client }, { kind: 'engagement', value: engagement }] })
    }
    for (const [w, first] of [[0, 14], [1, 21]]) {
      const sessions = Array.from({ length: n }, (_, i) => ({ id: `s${w}-${i}`, engagementId: 'e' + (i % 7), title: 'Session ' + i, kind: 'focus', start: `2026-12-${String(first + (Math.floor(i / 7) % 5)).padStart(2, '0')}T${String(8 + Math.floor(i / 35) % 10).padStart(2, '0')}:${String((i * 7) % 60).padStart(2, '0')}`, minutes: 15, zone: 'Europe/Berlin', status: 'confirmed', billable: true, areaId: null, deliverableId: null, travelBefore: 0, travelAfter: 0, notes: '', recurrence: null, source: null }))
      await exec({ type: 'session/create', sessions })
    }
  }, n)
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('Performance.enable')
  const metric = async () => Object.fromEntries((await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]))
  const key = (k: string) => page.evaluate((k) => new Promise<number>((r) => { const t = performance.now(); window.dispatchEvent(new KeyboardEvent('keydown', { key: k, bubbles: true })); requestAnimationFrame(() => setTimeout(() => r(performance.now() - t))) }), k)
  const weeks: number[] = []
  for (let i = 0; i < 3; i++) await key('PageDown')
  await page.waitForTimeout(500)
  const m0 = await metric()
  for (let i = 0; i < 6; i++) { weeks.push(await key(i % 2 ? 'PageUp' : 'PageDown')); await page.waitForTimeout(300) }
  const m1 = await metric()
  await page.waitForTimeout(3000)
  const blocks = await page.locator('[data-key]').count()
  const s = page.locator('[data-key]').first()
  const box = await s.boundingBox()
  if (!box) throw new Error('no box')
  await page.mouse.move(box.x + 30, box.y + 10)
  await page.mouse.down()
  await page.mouse.move(box.x + 40, box.y + 14)
  await page.mouse.move(box.x + 45, box.y + 14)
  await page.waitForTimeout(800)
  const a = await metric()
  for (let i = 0; i < 60; i++) await page.mouse.move(box.x + 45 + (i % 20), box.y + 14 + (i % 7))
  await page.waitForTimeout(100)
  const b = await metric()
  await cdp.send('Profiler.enable'); await cdp.send('Profiler.setSamplingInterval', { interval: 200 }); await cdp.send('Profiler.start')
  for (let i = 0; i < 10; i++) { await page.mouse.move(box.x + 45 + 110 * ((i % 4) + 1), box.y + 14); await page.waitForTimeout(60) }
  const c = await metric()
  const { profile } = await cdp.send('Profiler.stop')
  const self: Record<string, number> = {}
  const dt = profile.timeDeltas ?? []
  const names = new Map(profile.nodes.map((x) => [x.id, x]))
  profile.samples?.forEach((id, i) => { const f = names.get(id)?.callFrame; const k = `${f?.functionName || '?'}:${f?.url.split('/').pop()?.slice(0, 14)}:${f?.lineNumber}:${f?.columnNumber}`; self[k] = (self[k] ?? 0) + (dt[i] ?? 0) / 1000 })
  console.log(Object.entries(self).sort((x, y) => y[1] - x[1]).slice(0, 16).map(([k, v]) => `${Math.round(v)} ${k}`).join('\n'))
  await page.keyboard.press('Escape')
  await page.mouse.up()
  const ms = (x: Record<string, number>, y: Record<string, number>, k: string) => Math.round((y[k] - x[k]) * 1000)
  console.log(n, 'blocks', blocks, 'week', weeks.map((t) => Math.round(t)), 'weekTask/6', ms(m0, m1, 'TaskDuration') / 6, 'script', ms(m0, m1, 'ScriptDuration') / 6, 'drag/move same cell ms', ms(a, b, 'TaskDuration') / 60, 'script', ms(a, b, 'ScriptDuration') / 60, 'layouts', b.LayoutCount - a.LayoutCount, 'styles', b.RecalcStyleCount - a.RecalcStyleCount, 'target change ms', ms(b, c, 'TaskDuration') / 10, 'script', ms(b, c, 'ScriptDuration') / 10)
  await app.close()
}, 90000)
