import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { projectFolder } from './paths.mjs'

/** @typedef {{ name: string, version: string, licence: string, text: string }} Licence */

/** Licences under which a part may be passed on within a program, with no more than their text beside it. */
const passable = new Set([
  ...['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'Unicode-3.0', 'OFL-1.1'],
  // Files under it stay as they came; ours beside them are no part of them.
  'MPL-2.0',
  // Of data on public holidays, whose source is named in its text.
  'CC-BY-3.0',
])

/** Files of our own folders that others made, by their place; the text of the licence lies beside them. */
const adopted = [
  { place: /^renderer\/documents\/fonts\/inter/, name: 'Inter', text: 'LICENSE.txt' },
  { place: /^renderer\/documents\/fonts\/arimo/, name: 'Arimo', text: 'LICENSE-Arimo.txt' },
]

/**
 * Writes the licences of what a bundle really holds beside it (`licences.json`), as the bundler tells it: the package of
 * every module and of every file that went in. A part whose licence may not be passed on, or that comes without its
 * text, fails the build.
 * @param {readonly string[]} besides folders of packages that are shipped without being bundled
 * @returns {import('vite').Plugin}
 */
export function licences(besides = []) {
  let root = projectFolder
  return {
    name: 'headroom-licences',
    configResolved(config) {
      root = config.root
    },
    generateBundle(_options, bundle) {
      const files = Object.values(bundle).flatMap((part) =>
        part.type === 'chunk' ? part.moduleIds : part.originalFileNames.map((name) => resolve(root, name)),
      )
      const folders = besides.map((folder) => join(folder, 'package.json'))
      const source = `${JSON.stringify(licencesOf([...files, ...folders]), null, 1)}\n`
      this.emitFile({ type: 'asset', fileName: 'licences.json', source })
    },
  }
}

/**
 * The licences of what files belong to, by name.
 * @param {readonly string[]} files absolute paths, as the bundler writes them
 * @returns {readonly Licence[]}
 */
export function licencesOf(files) {
  const paths = files.map((file) =>
    file
      .replace(/^\0/, '')
      .replace(/[?#].*$/, '')
      .replaceAll('\\', '/'),
  )
  const folders = new Set(paths.flatMap((path) => packageFolder(path) ?? []))
  const found = [...[...folders].map(licenceOf), ...adopted.filter(isAmong(paths)).map(licenceOfAdopted)]
  const byName = new Map(found.map((one) => [`${one.name} ${one.version}`, one]))
  return [...byName.values()].sort((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
}

/**
 * The folder of the package that a file belongs to; undefined for the app's own.
 * @param {string} path
 */
export function packageFolder(path) {
  return /^(.*\/node_modules\/(?:@[^/]+\/)?[^/@][^/]*)\//.exec(path)?.[1]
}

/** @param {readonly string[]} paths */
function isAmong(paths) {
  const own = `${projectFolder.replaceAll('\\', '/')}/`
  const names = paths.filter((path) => path.startsWith(own)).map((path) => path.slice(own.length))
  return (/** @type {{ place: RegExp }} */ { place }) => names.some((name) => place.test(name))
}

/**
 * @param {typeof adopted[number]} part
 * @returns {Licence}
 */
function licenceOfAdopted({ name, text }) {
  const file = join(projectFolder, 'renderer', 'documents', 'fonts', text)
  return { name, version: '', licence: 'OFL-1.1', text: readFileSync(file, 'utf8').trim() }
}

/**
 * @param {string} folder
 * @returns {Licence}
 */
function licenceOf(folder) {
  const { name, version, license, author } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const licence = String(license ?? '').replace(/^\((.*)\)$/, '$1')
  const parts = licence.split(/\s+(?:and|or)\s+/i)
  if (!parts.every((part) => passable.has(part)))
    throw new Error(`${name} ${version} is bundled: may it be passed on? Its licence is “${licence}”`)
  const text = textIn(folder) ?? usualText(licence, author)
  if (text === undefined) throw new Error(`${name} ${version} is bundled and has no text of its ${licence}`)
  return { name, version, licence, text }
}

/** @param {string} folder */
function textIn(folder) {
  const files = readdirSync(folder).filter((name) => /^(licen[cs]e|copying|notice)(?![a-z])/i.test(name))
  if (files.every((name) => /^notice/i.test(name))) return undefined
  return files
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8').trim())
    .join('\n\n')
}

/**
 * The text that a package under the MIT licence means when it brings none: the licence names it, and it names its author.
 * @param {string} licence
 * @param {unknown} author as package.json writes it
 */
function usualText(licence, author) {
  if (licence !== 'MIT' || typeof author !== 'string') return undefined
  const own = readFileSync(join(projectFolder, 'LICENSE'), 'utf8')
  return own.replace(/^Copyright .*$/m, `Copyright (c) ${author}`).trim()
}
