import fc from 'fast-check'
import { beforeEach, describe, expect, test } from 'vitest'
import { type BlockKind, type Drawn, drawBlocks } from '../../../../renderer/week/blocks/drawBlocks.ts'

interface Block {
  readonly key: string
  readonly text: string
  readonly below: string
  readonly mark: string | undefined
  readonly top: number
}

let looks = 0
const kind: BlockKind<Block> = {
  className: 'block',
  keyOf: ({ key }) => key,
  isSame: (a, b) => a.text === b.text && a.below === b.below && a.mark === b.mark && a.top === b.top,
  lookOf: ({ key, text, below, mark, top }) => {
    looks++
    return { text, below, style: `top:${top}px`, attributes: { 'data-key': key, 'data-mark': mark } }
  },
}

const aBlock = (key: string, change: Partial<Block> = {}): Block => ({
  key,
  text: `Block ${key}`,
  below: '',
  mark: undefined,
  top: 0,
  ...change,
})

let parent: HTMLElement
let drawn: readonly Drawn<Block>[]
beforeEach(() => {
  document.body.replaceChildren()
  parent = document.body.appendChild(document.createElement('div'))
  drawn = []
  looks = 0
})

function draw(blocks: readonly Block[]): readonly Element[] {
  drawn = drawBlocks(parent, kind, drawn, blocks)
  return [...parent.children]
}

function htmlOf(blocks: readonly Block[]): string {
  const fresh = document.createElement('div')
  drawBlocks(fresh, kind, [], blocks)
  return [...fresh.children].map((element) => attributesOf(element)).join('\n')
}

/** Attributes in a fixed order, and the lines. */
function attributesOf(element: Element): string {
  const attributes = [...element.attributes].map(({ name, value }) => `${name}=${value}`).sort()
  return `${attributes.join(' ')}: ${element.innerHTML}`
}

const anyBlocks = fc.uniqueArray(
  fc.record({
    key: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    text: fc.constantFrom('', 'one', 'two'),
    below: fc.constantFrom('', '9:00', '10:30'),
    mark: fc.constantFrom(undefined, 'over', 'watch'),
    top: fc.constantFrom(0, 10, 20),
  }),
  { selector: ({ key }) => key },
)

describe('[U6] the blocks of a cell', () => {
  test('after any changes they stand as if they had been drawn at once', () => {
    fc.assert(
      fc.property(fc.array(anyBlocks, { minLength: 1, maxLength: 6 }), (weeks) => {
        drawn = []
        parent.replaceChildren()
        for (const blocks of weeks) {
          draw(blocks)
          expect([...parent.children].map(attributesOf).join('\n')).toBe(htmlOf(blocks))
        }
      }),
    )
  })

  test('one that stays keeps its element, wherever it goes; one that did not change is not looked at', () => {
    const [a, b] = draw([aBlock('a'), aBlock('b'), aBlock('c')])
    looks = 0
    const after = draw([aBlock('b'), aBlock('a', { mark: 'over' })])
    expect(after).toEqual([b, a])
    expect(after[0]).toBe(b)
    expect(after[1]).toBe(a)
    expect(looks).toBe(1)
  })

  test('those of another week take the elements of those that went', () => {
    const before = draw([aBlock('a'), aBlock('b'), aBlock('c')])
    const after = draw([aBlock('x'), aBlock('y')])
    expect(after.every((element, i) => element === before[i])).toBe(true)
    expect(before[2]?.isConnected).toBe(false)
  })

  test('what has the focus does not become another session', () => {
    const [first] = draw([aBlock('a'), aBlock('b')])
    first?.setAttribute('tabindex', '0')
    ;(first as HTMLElement).focus()
    expect(document.activeElement).toBe(first)
    const after = draw([aBlock('x'), aBlock('y')])
    expect(after).not.toContain(first)
    expect(first?.isConnected).toBe(false)
  })
})
