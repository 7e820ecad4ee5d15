import type { Picture } from './picture.ts'

/** Pixels of the picture for each of the drawing, so that it is sharp on paper and on any screen. */
const SCALE = 2

/** A picture as the bytes of a PNG, in the fonts of the page. */
export async function pngOf({ svg, width, height }: Picture): Promise<Uint8Array<ArrayBuffer>> {
  const image = new Image()
  const url = URL.createObjectURL(new Blob([await withFonts(svg)], { type: 'image/svg+xml' }))
  try {
    image.src = url
    await image.decode()
    const canvas = document.createElement('canvas')
    canvas.width = Math.round(width * SCALE)
    canvas.height = Math.round(height * SCALE)
    const context = canvas.getContext('2d')
    if (context === null) throw new Error('no canvas')
    context.drawImage(image, 0, 0, canvas.width, canvas.height)
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'))
    if (blob === null) throw new Error('no picture')
    return new Uint8Array(await blob.arrayBuffer())
  } finally {
    URL.revokeObjectURL(url)
  }
}

/** A drawing that is loaded as an image sees no font of the page: those that its letters need are put into it. */
async function withFonts(svg: string): Promise<string> {
  const letters = new Set([...svg].map((letter) => letter.codePointAt(0) ?? 0))
  const faces = [...document.styleSheets].flatMap(({ cssRules, href }) =>
    [...cssRules].flatMap((rule) =>
      rule instanceof CSSFontFaceRule && svg.includes(familyOf(rule)) && covers(rule, letters)
        ? [{ rule, base: href ?? document.baseURI }]
        : [],
    ),
  )
  const written = await Promise.all(faces.map(({ rule, base }) => faceOf(rule, base)))
  return svg.replace('>', `><style>${written.join('')}</style>`)
}

function familyOf({ style }: CSSFontFaceRule): string {
  return style.getPropertyValue('font-family').replace(/["']/g, '')
}

/** Whether a font is for any of the letters: its ranges read `U+0-FF, U+131`. */
function covers({ style }: CSSFontFaceRule, letters: ReadonlySet<number>): boolean {
  const ranges = [...style.getPropertyValue('unicode-range').matchAll(/U\+([\da-f]+)(?:-([\da-f]+))?/gi)]
  return ranges.some(([, from = '', to = from]) => {
    const [first, last] = [Number.parseInt(from, 16), Number.parseInt(to, 16)]
    return [...letters].some((letter) => first <= letter && letter <= last)
  })
}

async function faceOf({ style }: CSSFontFaceRule, base: string): Promise<string> {
  const source = /url\(["']?([^"')]+)/.exec(style.getPropertyValue('src'))?.[1] ?? ''
  const bytes = new Uint8Array(await (await fetch(new URL(source, base))).arrayBuffer())
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  const told = ['font-family', 'font-style', 'font-weight', 'unicode-range']
    .map((name) => `${name}:${style.getPropertyValue(name)};`)
    .join('')
  return `@font-face{${told}src:url(data:font/woff2;base64,${btoa(text)})}`
}
