import { describe, expect, it } from 'vitest'
import { pictureHead } from '../../../electron/documents/pictureHead.ts'

const png = Buffer.from('89504e470d0a1a0a0000000d49484452000003e8000000fa', 'hex')
// A comment segment of four bytes before the frame of 640 × 480.
const jpeg = Buffer.from('ffd8fffe000400ffffc4000401ffffc2000b0801e002800301', 'hex')

describe('the head of a picture', () => {
  it.each([
    ['a PNG', png, { type: 'image/png', width: 1000, height: 250 }],
    ['a progressive JPEG after other segments', jpeg, { type: 'image/jpeg', width: 640, height: 480 }],
    ['a picture of another kind', Buffer.from('GIF89a, and more than enough bytes'), null],
    ['markup', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), null],
    ['a PNG that ends before its size', png.subarray(0, 20), null],
    ['a JPEG that ends before its frame', jpeg.subarray(0, 12), null],
    ['nothing', Buffer.alloc(0), null],
  ])('of %s', (_, bytes, head) => {
    expect(pictureHead(bytes)).toEqual(head)
  })
})
