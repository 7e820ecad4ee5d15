/** Pictures as bytes, four a pixel. Electron's bitmaps on Linux and Windows are blue, green, red, alpha, with alpha multiplied in. */

/** Such a bitmap as red, green, blue, alpha, with alpha taken out. */
export function rgbaOf(bgra: Uint8Array): Buffer {
  const rgba = Buffer.alloc(bgra.length)
  for (let i = 0; i < bgra.length; i += 4) {
    const alpha = bgra[i + 3] ?? 0
    const whole = (at: number) =>
      alpha === 0 ? 0 : Math.min(255, Math.round(((bgra[at] ?? 0) * 255) / alpha))
    rgba[i] = whole(i + 2)
    rgba[i + 1] = whole(i + 1)
    rgba[i + 2] = whole(i)
    rgba[i + 3] = alpha
  }
  return rgba
}

/** One bitmap drawn over another of the same size. */
export function drawnOver(below: Uint8Array, above: Uint8Array): Buffer {
  const drawn = Buffer.from(below)
  for (let i = 0; i < drawn.length; i += 4) {
    const rest = 255 - (above[i + 3] ?? 0)
    for (let part = i; part < i + 4; part++)
      drawn[part] = Math.min(255, (above[part] ?? 0) + Math.round(((below[part] ?? 0) * rest) / 255))
  }
  return drawn
}

/** A bitmap without what another of the same size covers. */
export function cutOut(from: Uint8Array, hole: Uint8Array): Buffer {
  const left = Buffer.from(from)
  for (let i = 0; i < left.length; i += 4) {
    const rest = 255 - (hole[i + 3] ?? 0)
    for (let part = i; part < i + 4; part++) left[part] = Math.round(((from[part] ?? 0) * rest) / 255)
  }
  return left
}
