/**
 * Messages made from a schema and bent: mostly of the right shape, with something wrong somewhere. They travel as JSON
 * in which a mark stands for what JSON cannot say (`unmarked`).
 */
import { z } from 'zod'
import { randomFrom } from './random.ts'

/** As much of JSON Schema as zod writes. */
interface Schema {
  readonly $ref?: string
  readonly $defs?: Readonly<Record<string, Schema>>
  readonly anyOf?: readonly Schema[]
  readonly oneOf?: readonly Schema[]
  readonly allOf?: readonly Schema[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly type?: string
  readonly properties?: Readonly<Record<string, Schema>>
  readonly required?: readonly string[]
  readonly additionalProperties?: Schema | boolean
  readonly propertyNames?: Schema
  readonly items?: Schema
  readonly prefixItems?: readonly Schema[]
  readonly minItems?: number
  readonly minimum?: number
  readonly maximum?: number
}

const MARK = '$fuzz'
const mark = (what: string) => ({ [MARK]: what })

/** What no message of the app's is made of, in any place of one. */
const nonsense: readonly unknown[] = [
  null,
  true,
  0,
  -1,
  0.1,
  1e308,
  -(2 ** 53),
  '',
  ' ',
  '\0',
  '../../../../etc/passwd',
  'C:\\Windows\\System32\\calc.exe',
  '<img src=x onerror=alert(1)>',
  '=HYPERLINK("http://example.com")',
  '__proto__',
  'constructor',
  '\u202Egpj.exe',
  '\ud800',
  '2026-02-30',
  '9999-12-31T24:00',
  'Europe/Nowhere',
  [],
  {},
  [[[]]],
  JSON.parse('{"__proto__":{"polluted":true}}'),
  { constructor: { prototype: { polluted: true } } },
  { toString: 1, valueOf: null },
  ...['undefined', 'nan', 'infinity', 'map', 'set', 'date', 'bytes', 'bigint', 'deep', 'long', 'wide'].map(
    mark,
  ),
]

/** Texts that some field takes, beside the ids that are really there. */
const plausible = [
  '2026-11-24',
  '2026-11-24T09:00',
  '2026',
  'Europe/Berlin',
  'EUR',
  'DE',
  'en',
  'a@b.example',
  '100',
  'sample',
  'A title',
  'headroom-20261124T083000Z-0000000001-auto.json.gz',
]

/** Makes messages for one schema. `known` are texts that mean something to the app, such as ids. */
export function fuzzer(schema: z.ZodType, seed: number, known: readonly string[]): () => unknown {
  const whole = z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }) as Schema
  const random = randomFrom(seed)
  const oneOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
  const chance = (probability: number) => random() < probability
  /** How likely one place of the next message is bent. */
  let bend = 0
  const texts = [...plausible, ...known]

  function make(given: Schema, depth: number): unknown {
    if (chance(bend)) return oneOf(nonsense)
    const name = given.$ref?.split('/').at(-1)
    const shape = name === undefined ? given : (whole.$defs?.[name] ?? {})
    const choices = shape.anyOf ?? shape.oneOf
    if (choices !== undefined) return make(oneOf(choices), depth)
    if (shape.allOf !== undefined) return make(oneOf(shape.allOf), depth)
    if ('const' in shape) return shape.const
    if (shape.enum !== undefined) return oneOf(shape.enum)
    if (shape.type === 'object') return anObject(shape, depth + 1)
    if (shape.type === 'array') return anArray(shape, depth + 1)
    if (shape.type === 'string') return oneOf(texts)
    if (shape.type === 'integer' || shape.type === 'number') return aNumber(shape)
    if (shape.type === 'boolean') return chance(0.5)
    if (shape.type === 'null') return null
    return oneOf(nonsense)
  }

  function anObject({ properties = {}, required = [], additionalProperties }: Schema, depth: number) {
    const entries = Object.entries(properties)
      .filter(([key]) => (required.includes(key) ? !chance(bend) : depth < 6 && chance(0.5)))
      .map(([key, shape]) => [key, make(shape, depth)] as const)
    if (typeof additionalProperties === 'object' && chance(0.5))
      entries.push([oneOf(texts), make(additionalProperties, depth)])
    if (chance(bend)) entries.push([oneOf(['__proto__', 'extra', 'constructor', '']), oneOf(nonsense)])
    // Built by definition: an own `__proto__` must be one.
    return Object.defineProperties(
      {},
      Object.fromEntries(
        entries.map(([key, value]) => [key, { value, enumerable: true, configurable: true }]),
      ),
    )
  }

  function anArray({ items = {}, prefixItems, minItems = 0 }: Schema, depth: number) {
    if (prefixItems !== undefined) return prefixItems.map((shape) => make(shape, depth))
    const length = minItems + Math.floor(random() * (depth > 4 ? 1 : 3))
    return Array.from({ length }, () => make(items, depth))
  }

  function aNumber({ minimum = -10, maximum = 10_000 }: Schema): number {
    const most = Math.min(maximum, 1e9)
    return oneOf([
      minimum,
      most,
      minimum + Math.floor(random() * 60),
      Math.floor(minimum + random() * (most - minimum)),
    ])
  }

  return () => {
    bend = oneOf([0.3, 0.1, 0.04, 0.01])
    return make(whole, 0)
  }
}

/** What a mark stands for. Runs in the page too, so it names nothing outside of itself. */
export function unmarked(text: string): unknown {
  const stands = (what: string): unknown => {
    let deep: unknown = 1
    if (what === 'deep') for (let i = 0; i < 500; i += 1) deep = i % 2 === 0 ? [deep] : { deep }
    const meant: Record<string, unknown> = {
      undefined: undefined,
      nan: Number.NaN,
      infinity: Number.POSITIVE_INFINITY,
      map: new Map([['id', 1]]),
      set: new Set(['id']),
      date: new Date(0),
      bytes: new Uint8Array([66, 69, 71, 73, 78, 0, 255]),
      bigint: 2n ** 70n,
      deep,
      long: 'x'.repeat(20_000),
      wide: Array.from({ length: 2000 }, (_, i) => i),
    }
    return meant[what]
  }
  const walk = (value: unknown): unknown => {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(walk)
    const entries = Object.entries(value)
    const [first] = entries
    if (entries.length === 1 && first !== undefined && first[0] === '$fuzz') return stands(String(first[1]))
    const made = {}
    for (const [key, inner] of entries)
      Object.defineProperty(made, key, {
        value: walk(inner),
        enumerable: true,
        configurable: true,
        writable: true,
      })
    return made
  }
  return walk((JSON.parse(text) as readonly [unknown])[0])
}
