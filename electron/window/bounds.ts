/** A rectangle on the desktop, in device-independent pixels. */
export interface Rectangle {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What is remembered of the window between starts; the theme so that its first frame has the right background. */
export interface WindowMemory {
  readonly bounds: Rectangle | null
  readonly maximized: boolean
  readonly theme: (typeof themes)[number]
}

const themes = ['system', 'light', 'dark'] as const

/** Whether something is what `WindowMemory` says. Read before anything else, so it is checked without a library. */
export function isWindowMemory(value: unknown): value is WindowMemory {
  if (typeof value !== 'object' || value === null) return false
  const { bounds, maximized, theme } = value as { readonly [name in keyof WindowMemory]?: unknown }
  return isBounds(bounds) && typeof maximized === 'boolean' && themes.some((one) => one === theme)
}

function isBounds(value: unknown): value is Rectangle | null {
  if (typeof value !== 'object') return false
  if (value === null) return true
  const { x, y, width, height } = value as { readonly [name in keyof Rectangle]?: unknown }
  return [x, y, width, height].every(isPixels)
}

function isPixels(value: unknown): boolean {
  return Number.isInteger(value) && Math.abs(value as number) <= 100_000
}

/** What is known at the very first start. */
export const firstWindow: WindowMemory = { bounds: null, maximized: false, theme: 'system' }

/** The smallest window in which the week can still be read. */
export const smallest = { width: 880, height: 560 }
const usual = { width: 1440, height: 900 }

/**
 * Where to open the window: where it was, if enough of its title bar to grab is on a display that exists now; otherwise
 * in the middle of the first display, at most as large as its work area.
 */
export function boundsToOpen(
  remembered: Rectangle | null,
  workAreas: readonly [Rectangle, ...Rectangle[]],
): Rectangle {
  if (remembered !== null && workAreas.some((area) => canGrab(remembered, area))) {
    const { width, height } = remembered
    return {
      ...remembered,
      width: Math.max(width, smallest.width),
      height: Math.max(height, smallest.height),
    }
  }
  const area = workAreas[0]
  const width = Math.min(usual.width, area.width)
  const height = Math.min(usual.height, area.height)
  return {
    x: Math.round(area.x + (area.width - width) / 2),
    y: Math.round(area.y + (area.height - height) / 2),
    width,
    height,
  }
}

/** At least 120 pixels of the top edge lie inside the area. */
function canGrab(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return across >= 120 && window.y >= area.y && window.y <= area.y + area.height - 40
}
