/** jsdom sets no lines: what the preview asks of a layout is answered with nothing being anywhere. */
export function standInForLayout(): void {
  const nowhere = {
    x: 0,
    y: 0,
    top: 0,
    bottom: 0,
    left: 0,
    right: 0,
    width: 0,
    height: 0,
    toJSON: () => ({}),
  }
  Range.prototype.getBoundingClientRect = () => nowhere
  Range.prototype.getClientRects = () => Object.assign([nowhere], { item: () => nowhere })
  Object.defineProperty(document, 'fonts', { value: { ready: Promise.resolve() }, configurable: true })
}
