import { afterEach, expect, test } from 'vitest'
import { frameMarkup } from '../../../electron/frame/frameMarkup.ts'
import { pictureOf } from '../../../renderer/frame/picture.ts'

afterEach(() => document.body.replaceChildren())

function shown(markup: string): Element {
  const template = document.createElement('template')
  template.innerHTML = markup
  const element = template.content.firstElementChild
  if (element === null) throw new Error('no element')
  document.body.append(element)
  return element
}

test('what the page shows comes out as main writes it, without what names, loads or acts', () => {
  const element = shown(
    '<div id="x" class="row" data-key="s@1" tabindex="0" aria-label="Spoken" title="t">Board <b>2 h</b>' +
      '<svg viewBox="0 0 2 2"><path d="M0 0"></path></svg><a href="https://example.com">A &lt;i&gt;</a></div>',
  )
  expect(frameMarkup(pictureOf(element))?.html).toBe(
    '<div class="row" data-key="s@1">Board <b>2 h</b><svg viewBox="0 0 2 2"><path d="M0 0"></path></svg>' +
      '<a>A &lt;i&gt;</a></div>',
  )
})

test('own styles come along, custom ones too', () => {
  const element = shown('<div></div>') as HTMLElement
  element.style.cssText = '--columns: 46px minmax(0, 1fr); left: 12.5%'
  expect(frameMarkup(pictureOf(element))).toEqual({
    html: '<div class="frame-0"></div>',
    css: '.frame-0{--columns:46px minmax(0, 1fr)!important;left:12.5%!important}',
  })
})

test('flags are not in it: neither their marks nor what stands in a panel that is passing as a whole', () => {
  const element = shown(
    '<div><p data-mark="over">Board</p><section data-passing="whole"><b>Northwind</b></section><i data-passing="">3</i></div>',
  )
  expect(frameMarkup(pictureOf(element))?.html).toBe(
    '<div><p>Board</p><section data-passing="whole"></section><i data-passing="">3</i></div>',
  )
})

test('a row below the edge of the window keeps its height alone', () => {
  const element = shown('<div><div role="row"><b>Seen</b></div><div role="row"><b>Unseen</b></div></div>')
  const [, below] = element.children
  if (below === undefined) throw new Error('no row')
  below.getBoundingClientRect = () => ({ top: window.innerHeight + 1, height: 74 }) as DOMRect
  expect(frameMarkup(pictureOf(element))).toEqual({
    html: '<div><div role="row"><b>Seen</b></div><div role="row" class="frame-0"></div></div>',
    css: '.frame-0{height:74px!important}',
  })
})

test('how far something is scrolled comes along', () => {
  const element = shown('<div></div>')
  element.scrollTop = 120.4
  expect(frameMarkup(pictureOf(element))?.html).toBe('<div data-scrolled="120.4"></div>')
})
