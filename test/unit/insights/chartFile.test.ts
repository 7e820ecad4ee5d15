import { describe, expect, test } from 'vitest'
import { requests } from '../../../shared/ipc/contract.ts'

const schema = requests['chart/save']
const picture = (inside: string) => ({ as: 'svg', name: 'Utilisation', picture: `<svg>${inside}</svg>` })
const table = (cell: unknown) => ({ as: 'csv', name: 'Utilisation', style: 'plain', rows: [[cell]] })

describe('[X1a] what a page may have written of a chart', () => {
  test.each([
    '<rect fill="url(#a-hatched)"/>',
    '<text>Online = on, “<” and url</text>'.replace('“<”', '&lt;'),
  ])('a picture: %s', (inside) => {
    expect(schema.safeParse(picture(inside)).success).toBe(true)
  })

  test.each([
    '<script>1</script>',
    '<SCRIPT/>',
    '<foreignObject/>',
    '<image/>',
    '<use/>',
    '<a/>',
    '<style/>',
    '<rect onclick="x"/>',
    '<rect xlink:href="x"/>',
    '<rect fill="url(https://example.org/x)"/>',
    '<!DOCTYPE x>',
    '<?xml-stylesheet x?>',
  ])('no picture that could do more than be looked at: %s', (inside) => {
    expect(schema.safeParse(picture(inside)).success).toBe(false)
  })

  test('nothing that is no picture', () => {
    expect(schema.safeParse({ as: 'svg', name: 'x', picture: '<html></html>' }).success).toBe(false)
  })

  test('cells that are a text, a number or nothing', () => {
    for (const cell of ['=1+1', { number: '-12.50' }, null])
      expect(schema.safeParse(table(cell)).success).toBe(true)
    for (const cell of [1, { number: '1;2' }, { number: '=1' }, {}, []])
      expect(schema.safeParse(table(cell)).success).toBe(false)
  })

  test('pixels as bytes, and not too many of them', () => {
    const pixels = (bytes: unknown) => schema.safeParse({ as: 'png', name: 'Utilisation', bytes }).success
    expect(pixels(new Uint8Array(4))).toBe(true)
    expect(pixels(new Uint8Array(20_000_001))).toBe(false)
    expect(pixels('data:image/png;base64,')).toBe(false)
  })
})
