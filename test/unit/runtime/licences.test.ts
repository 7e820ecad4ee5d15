import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'vite'
import { afterAll, describe, expect, test } from 'vitest'
import { licences, licencesOf, packageFolder } from '../../../electron/runtime/licences.mjs'

const folder = mkdtempSync(join(tmpdir(), 'headroom-licences-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function write(path: string, text: string): string {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
}

/** A package in the folder's node_modules with one function and, unless told, the text of its licence. */
function aPackage(
  name: string,
  licence: string,
  text: string | null = `The licence of ${name}`,
  author?: string,
) {
  const manifest = { name, version: '1.2.3', license: licence, type: 'module', main: 'index.js', author }
  write(`node_modules/${name}/package.json`, JSON.stringify(manifest))
  if (text !== null) write(`node_modules/${name}/LICENCE.md`, text)
  return write(`node_modules/${name}/index.js`, `export const from = () => ${JSON.stringify(name)}\n`)
}

describe('the licences of a bundle', () => {
  test('are those of the packages that went in: of code, style and fonts, and of none that fell away', async () => {
    aPackage('used', 'MIT')
    aPackage('@scope/used', '(ISC AND CC-BY-3.0)')
    aPackage('fallen-away', 'MIT')
    aPackage('font', 'OFL-1.1')
    write('node_modules/font/font.css', `@font-face { font-family: X; src: url('./x.woff2') }`)
    write('node_modules/font/x.woff2', 'font')
    write(
      'main.js',
      `import { from } from 'used'; import { from as other } from '@scope/used'; import { from as none } from 'fallen-away'
       import 'font/font.css'
       export const all = () => [from(), other()]; console.log(all())`,
    )
    await build({
      configFile: false,
      root: folder,
      logLevel: 'error',
      plugins: [licences()],
      build: { outDir: 'dist', assetsInlineLimit: 0, rolldownOptions: { input: join(folder, 'main.js') } },
    })
    const found = JSON.parse(readFileSync(join(folder, 'dist', 'licences.json'), 'utf8'))
    expect(found).toEqual([
      {
        name: '@scope/used',
        version: '1.2.3',
        licence: 'ISC AND CC-BY-3.0',
        text: 'The licence of @scope/used',
      },
      { name: 'font', version: '1.2.3', licence: 'OFL-1.1', text: 'The licence of font' },
      { name: 'used', version: '1.2.3', licence: 'MIT', text: 'The licence of used' },
    ])
  })

  test('fail the build where a part may not be passed on, or brings no text', () => {
    expect(() => licencesOf([aPackage('copyleft', 'GPL-3.0')])).toThrow(/copyleft 1\.2\.3 .*“GPL-3\.0”/)
    expect(() => licencesOf([aPackage('both', 'MIT AND SSPL-1.0')])).toThrow(/both/)
    expect(() => licencesOf([aPackage('unnamed', '')])).toThrow(/unnamed/)
    expect(() => licencesOf([aPackage('silent', 'ISC', null)])).toThrow(
      'silent 1.2.3 is bundled and has no text',
    )
    const [usual] = licencesOf([aPackage('short', 'MIT', null, 'Ada Berger')])
    expect(usual?.text).toMatch(/Copyright \(c\) Ada Berger[\s\S]*Permission is hereby granted/)
  })

  test('belong to the package nearest to the file', () => {
    expect(packageFolder('/x/node_modules/a/node_modules/@b/c/lib/d.js')).toBe(
      '/x/node_modules/a/node_modules/@b/c',
    )
    expect(packageFolder('/x/src/a.js')).toBeUndefined()
  })
})
