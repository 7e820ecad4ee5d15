import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

/** A node of the syntax tree, as far as it is looked at here. */
type SyntaxNode = { readonly type: string } & Readonly<Record<string, unknown>>

/** One source file: where it is in the project, what it imports, and what it asks the outer world for. */
export interface Source {
  /** Relative to the project, with forward slashes. */
  readonly path: string
  /** Everything named in an import, export from, import(), import type and require. */
  readonly imports: readonly string[]
  /** Uses of the clock, randomness and the like, as `Date.now` or `new Date()`. */
  readonly impure: readonly string[]
  /** Whether it only passes on what other files export. */
  readonly isBarrel: boolean
  /** Why the bundler could not read it; then nothing else is known. */
  readonly errors: readonly string[]
}

const projectFolder = fileURLToPath(new URL('../..', import.meta.url))

/** All TypeScript sources below the named folders of the project. */
export function sourcesBelow(folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) => filesBelow(folder)).map((path) => readSource(path, textOf(path)))
}

/** Whether an import that starts with a dot names a file of the project. */
export function existsBeside(path: string, specifier: string): boolean {
  return existsSync(join(projectFolder, resolveBeside(path, specifier)))
}

/** The path, relative to the project, that an import which starts with a dot names. */
export function resolveBeside(path: string, specifier: string): string {
  return posix.normalize(posix.join(posix.dirname(path), specifier.replace(/[?#].*$/, '')))
}

/** The packages that the project's package.json names. */
export function declaredPackages(): ReadonlySet<string> {
  const manifest = JSON.parse(textOf('package.json'))
  return new Set(Object.keys({ ...manifest.dependencies, ...manifest.devDependencies }))
}

/** What one file imports and asks for; `path` only tells the language. */
export function readSource(path: string, text: string): Source {
  const { program, errors } = parseSync(path, text)
  const imports = new Set<string>()
  const impure = new Set<string>()
  visit(program, (node) => {
    const specifier = importOf(node)
    if (specifier !== undefined) imports.add(specifier)
    const use = impureUseOf(node)
    if (use !== undefined) impure.add(use)
  })
  const isBarrel = program.body.length > 0 && program.body.every(passesOn)
  return {
    path,
    imports: [...imports],
    impure: [...impure],
    isBarrel,
    errors: errors.map(({ message }) => message),
  }
}

/** `export … from`. */
function passesOn(node: { readonly type: string; readonly source?: unknown }): boolean {
  return /^Export(Named|All)Declaration$/.test(node.type) && Boolean(node.source)
}

function textOf(path: string): string {
  return readFileSync(join(projectFolder, path), 'utf8')
}

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(join(projectFolder, folder))) return []
  return readdirSync(join(projectFolder, folder), { recursive: true, encoding: 'utf8' })
    .map((path) => posix.join(folder, path.replaceAll('\\', '/')))
    .filter((path) => /\.(ts|tsx|mts|mjs)$/.test(path) && !/\/(output|fixtures)\//.test(path))
    .sort()
}

function visit(value: unknown, see: (node: SyntaxNode) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, see)
  } else if (isNode(value)) {
    see(value)
    for (const child of Object.values(value)) visit(child, see)
  }
}

function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string'
}

function importOf(node: SyntaxNode): string | undefined {
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
    case 'ImportExpression':
    case 'TSImportType':
      return literal(node.source ?? node.argument)
    case 'TSExternalModuleReference':
      return literal(node.expression)
    case 'CallExpression':
      return nameOf(node.callee) === 'require' && Array.isArray(node.arguments)
        ? literal(node.arguments[0])
        : undefined
    default:
      return undefined
  }
}

function literal(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (value.type === 'TSLiteralType') return literal(value.literal)
  return typeof value.value === 'string' ? value.value : undefined
}

const impureNames =
  /^(Date\.now|Math\.random|performance\.\w+|crypto\.\w+|Temporal\.Now(\.\w+)?|globalThis\.\w+)$/

function impureUseOf(node: SyntaxNode): string | undefined {
  if (node.type === 'MemberExpression') {
    const name = nameOf(node)
    return name !== undefined && impureNames.test(name) ? name : undefined
  }
  const isCall = node.type === 'NewExpression' || node.type === 'CallExpression'
  const hasNone = Array.isArray(node.arguments) && node.arguments.length === 0
  const isDate = isCall && nameOf(node.callee) === 'Date' && (hasNone || node.type === 'CallExpression')
  if (isDate) return node.type === 'NewExpression' ? 'new Date()' : 'Date()'
  const isDayjs = node.type === 'CallExpression' && nameOf(node.callee) === 'dayjs' && hasNone
  return isDayjs ? 'dayjs()' : undefined
}

/** `a.b.c` of an identifier or a chain of members. */
function nameOf(value: unknown): string | undefined {
  if (!isNode(value)) return undefined
  if (value.type === 'Identifier') return typeof value.name === 'string' ? value.name : undefined
  if (value.type !== 'MemberExpression' || value.computed) return undefined
  const [left, right] = [nameOf(value.object), nameOf(value.property)]
  return left !== undefined && right !== undefined ? `${left}.${right}` : undefined
}
