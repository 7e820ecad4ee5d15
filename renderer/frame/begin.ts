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

// The app is read when the picture is on the screen: the second frame comes when the first one has been drawn and handed on.
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(begin)))
setTimeout(begin, NO_LONGER)
