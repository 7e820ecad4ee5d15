import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { frameMarkup } from '../../../electron/frame/frameMarkup.ts'

const text = (words: string) => ['p', {}, [], [words]]

describe('a picture as markup', () => {
  test('is its elements and texts, with their own styles as classes', () => {
    const bar = (width: string) => ['i', { class: 'bar' }, ['width', width, '--tone', 'red'], []]
    expect(
      frameMarkup([
        'div',
        { 'data-key': 's@2026-11-24T09:00', 'aria-current': 'date' },
        [],
        ['A & B', bar('40%'), bar('40%'), bar('50%')],
      ]),
    ).toEqual({
      html:
        '<div data-key="s@2026-11-24T09:00" aria-current="date">A &amp; B<i class="bar frame-0"></i>' +
        '<i class="bar frame-0"></i><i class="bar frame-1"></i></div>',
      css: '.frame-0{width:40%!important;--tone:red!important}\n.frame-1{width:50%!important;--tone:red!important}',
    })
  })

  test.each(['<img src=x onerror=alert(1)>', '"><script>1</script>', '</p><svg onload=x>', '&lt;'])(
    'keeps %s a text, between tags and in attributes',
    (words) => {
      const { html = '' } = frameMarkup(['div', { 'data-key': words }, [], [text(words)]]) ?? {}
      // Two tags of the div, two of the paragraph, and nothing else that a parser could take for one.
      expect(html.match(/</g)).toHaveLength(4)
      expect(html.match(/"/g)).toHaveLength(2)
    },
  )

  test.each([
    ['script', {}],
    ['iframe', {}],
    ['img', {}],
    ['form', {}],
    ['meta', {}],
    ['style', {}],
    ['use', {}],
    ['div', { onclick: 'x' }],
    ['div', { style: 'color:red' }],
    ['a', { href: 'https://example.com' }],
    ['div', { src: 'x' }],
    ['div', { id: 'root' }],
    ['div', { 'data-x y': '1' }],
    ['div', { class: 1 }],
  ])('refuses <%s %j>', (name, given) => {
    expect(frameMarkup(['div', {}, [], [[name, given, [], []]]])).toBeNull()
  })

  test.each([
    'red}body{display:none',
    'red;color:blue',
    'url(https://example.com)',
    'red/*',
    '"x"',
    '\\75rl(x)',
    'URL(x)',
  ])('leaves out a style of %s', (value) => {
    const { css = '' } = frameMarkup(['div', {}, ['color', value], []]) ?? {}
    expect(css).not.toMatch(/url|body|blue|\\|"/i)
    expect(css.match(/\{/g)?.length ?? 0).toBeLessThanOrEqual(1)
  })

  test('refuses what is no picture, and never throws', () => {
    const deep = Array.from({ length: 100 }).reduce<unknown>((inner) => ['div', {}, [], [inner]], 'x')
    for (const none of [
      null,
      1,
      {},
      [],
      ['div'],
      ['div', {}, []],
      ['div', [], [], []],
      ['div', null, [], []],
      deep,
    ])
      expect(frameMarkup(none)).toBeNull()
    fc.assert(
      fc.property(fc.jsonValue(), (anything) => {
        expect(() => frameMarkup(anything)).not.toThrow()
      }),
    )
  })
})
