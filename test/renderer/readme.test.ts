import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { actionGroups } from '../../renderer/actions/action.ts'
import { actions } from '../../renderer/actions/actions.ts'
import { fixedKeys } from '../../renderer/actions/fixedKeys.ts'
import { readable } from '../../renderer/actions/keys.ts'
import { readLink } from '../../shared/links/links.ts'
import { wordsIn } from '../../shared/words/words.ts'

/* What README and ARCHITECTURE say is held against the app: a sentence that came to be untrue fails here. */

const readme = readFileSync('README.md', 'utf8')
const { app } = wordsIn('en')
const scripts = Object.keys(JSON.parse(readFileSync('package.json', 'utf8')).scripts)

/** The text under a heading, up to the next of its rank. */
function section(title: string): string {
  const [, rest = ''] = readme.split(new RegExp(`^## ${title}$`, 'm'))
  return rest.split(/^## /m)[0] ?? ''
}

/** All keys of all actions and of the grid, as a table: what the sheet of the key `?` shows. */
function keySheet(): string {
  const name = (keys: string) => `\`${readable(keys, 'linux', app.keyNames)}\``
  const lines = actionGroups.flatMap((group) => {
    const ofActions = actions
      .filter((one) => one.group === group && one.keys.length > 0)
      .map(({ keys, label }) => [keys.map(name).join(' · '), label(wordsIn('en'))])
    const ofGrid = fixedKeys
      .filter((one) => one.group === group)
      .map(({ keys, id }) => [keys.map(name).join(' · '), app.fixedKeys[id]])
    return [[`**${app.groups[group]}**`, ''], ...ofActions, ...ofGrid]
  })
  return [
    '| keys | what they do |',
    '|---|---|',
    ...lines.map(([keys, what]) => `| ${keys} | ${what} |`),
  ].join('\n')
}

describe('the README', () => {
  test('has every key, made from the actions; `vitest -u` of this file writes it anew', async () => {
    const [before, , after] = readme.split(/<!-- \/?keys -->/)
    expect(after).toBeDefined()
    const wanted = `${before}<!-- keys -->\n${keySheet()}\n<!-- /keys -->${after}`
    await expect(wanted).toMatchFileSnapshot(join(process.cwd(), 'README.md'))
  })

  test('names only commands that there are, and all that a developer types', () => {
    const named = [...readme.matchAll(/(?:`|^)npm (?:run )?([a-z][a-z0-9:]*)/gm)].map(([, name = '']) => name)
    expect(named.filter((name) => !scripts.includes(name))).toEqual([])
    const typed = scripts.filter((name) => !/^(pre|post)/.test(name))
    expect(typed.filter((name) => !named.includes(name))).toEqual([])
  })

  test('tours every screen by its name, each with a picture', () => {
    const tour = section('A tour')
    for (const name of Object.values(app.screens)) {
      const [, of = ''] = tour.split(new RegExp(`^### ${name}$`, 'm'))
      expect([name, /!\[[^\]]{10,}\]\(assets\/tour\//.test(of.split(/^### /m)[0] ?? '')]).toEqual([
        name,
        true,
      ])
    }
  })

  test('shows pictures that are there, every one that is there, and no more than two megabytes of them', () => {
    const shown = [...readme.matchAll(/\((assets\/[^)]+\.png)\)/g)].map(([, path = '']) => path)
    expect(shown.filter((path) => !existsSync(path))).toEqual([])
    const kept = readdirSync('assets/tour')
    expect(kept.filter((name) => !shown.some((path) => basename(path) === name))).toEqual([])
    const size = kept.reduce((sum, name) => sum + statSync(join('assets/tour', name)).size, 0)
    expect(size).toBeLessThan(2_000_000)
  })

  test('lists links that lead somewhere', () => {
    const [, list = ''] = /headroom:quick-add`([^.]*)\./.exec(section('From outside the window')) ?? []
    const links = ['quick-add', ...[...list.matchAll(/`([^`]+)`/g)].map(([, link = '']) => link)]
    expect(links.length).toBeGreaterThan(8)
    expect(links.filter((link) => readLink(`headroom:${link}`) === null)).toEqual([])
  })
})

describe('ARCHITECTURE', () => {
  const text = readFileSync('ARCHITECTURE.md', 'utf8')

  test.each(['shared', 'electron', 'renderer'])('names every room of %s', (root) => {
    const rooms = readdirSync(root, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(rooms.length).toBeGreaterThan(5)
    const isNamed = (name: string) => new RegExp(`${root}/${name}\\b|\`${name}/[\`a-zA-Z]`).test(text)
    expect(rooms.map(({ name }) => name).filter((name) => !isNamed(name))).toEqual([])
  })

  test('names only files and folders that there are', () => {
    const paths = [...text.matchAll(/`((?:shared|electron|renderer|test|assets)\/[\w./-]*)`/g)].map(
      ([, path = '']) => path,
    )
    expect(paths.length).toBeGreaterThan(40)
    expect(paths.filter((path) => !existsSync(path))).toEqual([])
  })
})
