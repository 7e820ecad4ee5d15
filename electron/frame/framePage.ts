import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FrameMarkup } from './frameRecord.ts'

/** Where the page's style sheet for the picture is served. */
export const FRAME_CSS = '/frame.css'

const PLACE = '<div id="frame" inert aria-hidden="true"></div>'

/** The page for a start with a picture, as it was built; null where it was not. */
export function builtFramePage(root: string): string | null {
  try {
    const page = readFileSync(join(root, 'frame.html'), 'utf8')
    return page.includes(PLACE) ? page : null
  } catch {
    return null
  }
}

/** The page with the picture in its place. Its styles come first: what follows a style sheet waits for it. */
export function framePage(page: string, { html }: FrameMarkup): string {
  const frame = PLACE.replace('></div>', () => `>${html}</div>`)
  return page.replace(PLACE, () => `<link rel="stylesheet" href="${FRAME_CSS}" />${frame}`)
}
