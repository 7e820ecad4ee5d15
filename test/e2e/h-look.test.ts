import { test } from 'vitest'
import { launchHeadroom } from '../support/electronApp.ts'
const names = ['Northwind', 'Lumen Health', 'Fable Games', 'Harbor Bank', 'Vereinigte Energieversorgung Süd', 'Orbit', 'Kestrel', 'Palisade', 'Quill', 'Marlow & Sons', 'Juniper', 'Sable', 'Tern', 'Verve']
const colours = ['blue', 'teal', 'plum', 'amber', 'slate', 'green', 'rust', 'indigo', 'rose', 'olive', 'sky', 'brown', 'violet', 'moss']
test.each([['1920-14-light', 1920, 1080, 14, 'light', 'en'], ['1280-14-dark-de', 1280, 800, 14, 'dark', 'de'], ['1280-3-light-en', 1280, 800, 3, 'light', 'en']] as const)('%s', async (name, width, height, count, theme, locale) => {
  const app = await launchHeadroom({ appFolder: '/tmp/h-app', now: '2026-11-24T08:30:00Z', zone: 'Europe/Berlin', locale, size: { width, height } })
  const { page } = app
  await page.locator('main button').nth(1).click()
  await page.getByRole('grid').waitFor()
  const out = await page.evaluate(async ({ names, colours, count, theme }) => {
    const h = (window as any).headroom
    const exec = (command: unknown) => h.request('plan/execute', { id: crypto.randomUUID(), command })
    const open = await h.request('plan/open', undefined)
    const replies = []
    const week = Array.from({ length: 5 }, () => [{ from: 540, to: 780 }, { from: 840, to: 1080 }])
    for (let i = 0; i < count; i++) {
      const client = { id: 'c' + i, name: names[i], code: '', colour: colours[i], address: { street: '', number: '', postcode: '', town: '', country: '' }, taxId: '', email: '', contacts: [], currency: 'EUR', zone: 'Europe/Berlin', language: 'en', paymentDays: 30, notes: '', archived: false, order: i }
      const engagement = { id: 'e' + i, clientId: 'c' + i, name: 'Advisory', status: 'active', probability: 100, start: '2026-01-01', end: null, terms: [{ from: '2026-01-01', terms: { kind: 'hourly', rate: 12000 } }], commitments: [{ from: '2026-01-01', commitment: { kind: 'hoursPerWeek', minutes: 180 } }], rounding: { mode: 'none', increment: 15, scope: 'entry' }, notes: '', order: 1 }
      replies.push(await exec({ type: 'practice/put', records: [{ kind: 'client', value: client }, { kind: 'engagement', value: engagement }] }))
      const sessions = [0, 1, 2, 3, 4].filter((d) => (d + i) % 2 === 0).map((d) => ({ id: `s${i}-${d}`, engagementId: 'e' + i, title: ['Platform roadmap', 'Board call', 'Risk assessment', 'Weekly report', 'Security audit'][(i + d) % 5], kind: d % 2 ? 'meeting' : 'focus', start: `2026-11-${23 + d}T${String(9 + (i % 8)).padStart(2, '0')}:30`, minutes: 60 + 15 * (i % 4), zone: 'Europe/Berlin', status: i % 5 === 3 ? 'tentative' : 'confirmed', billable: true, areaId: null, deliverableId: null, travelBefore: 0, travelAfter: 0, notes: '', recurrence: null, source: null }))
      replies.push(await exec({ type: 'session/create', sessions }))
    }
    replies.push(await exec({ type: 'settings/change', change: { theme } }))
    return [Object.keys(open.practice.patterns).length, week.length, replies.filter((r) => !r.ok)]
  }, { names, colours, count, theme })
  console.log(JSON.stringify(out))
  await page.waitForTimeout(2500)
  await app.screenshot(`h-${name}`)
  await app.close()
}, 60000)
