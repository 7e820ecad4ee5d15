import '../theme/base.css'

/** How long the app waits for the first frame, in milliseconds: a window that is covered draws none. */
const NO_LONGER = 300

for (const element of document.querySelectorAll<HTMLElement>('#frame [data-scrolled]'))
  element.scrollTop = Number(element.dataset.scrolled)

let isBegun = false
function begin(): void {
  if (isBegun) return
  isBegun = true
  void import('../main.tsx')
}

// The app is read when the picture is on the screen: a frame is drawn after its callbacks.
requestAnimationFrame(() => setTimeout(begin))
setTimeout(begin, NO_LONGER)
