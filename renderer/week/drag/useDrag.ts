import { type RefObject, useEffect } from 'react'
import { ghostMover } from './ghost.ts'
import { type DragEvent, type DragState, type Grip, idle, type Point, step, type Target } from './machine.ts'

/** The target under the pointer, in the coordinates of the scrolled content; `fine` asks for smaller steps. */
export type Aim = (grip: Grip, from: Point, at: Point, fine: boolean) => Target | null

/** What a drag does outside of the machine. `changed` is called only when the state, and so the target, changes. */
export interface DragActs {
  /** What a press at an element takes hold of; null where it takes hold of nothing. */
  readonly gripAt: (element: HTMLElement, event: PointerEvent) => Grip | null
  /** Measures the grid, once a drag; `corner` is where its own corner is in the window. */
  readonly aim: (grid: HTMLElement, corner: Point) => Aim
  readonly changed: (state: DragState) => void
  readonly copies: (event: { readonly altKey: boolean; readonly ctrlKey: boolean }) => boolean
}

/** Pixels from the grid's edge in which a drag scrolls, and how far each frame. */
const SCROLL_ZONE = 28
const SCROLL_STEP = 12

/**
 * Feeds the drag machine with the pointer over the grid. A move computes the target from what was measured at the
 * drag's begin and moves the ghost; nothing is rendered until the target changes. A grid that is not `isShown` any more
 * ends the drag on it.
 */
export function useDrag(
  grid: RefObject<HTMLElement | null>,
  ghost: RefObject<HTMLElement | null>,
  acts: DragActs,
  isShown: boolean,
): void {
  useEffect(() => {
    const element = grid.current
    if (element === null || !isShown) return
    const drag = new PointerDrag(element, ghost, acts)
    element.addEventListener('pointerdown', drag.press)
    return () => {
      element.removeEventListener('pointerdown', drag.press)
      drag.end()
    }
  }, [grid, ghost, acts, isShown])
}

class PointerDrag {
  #state: DragState = idle
  #aim: Aim | null = null
  #corner: Point = { x: 0, y: 0 }
  /** Heights in the window between which a drag does not scroll. */
  #calm = { from: 0, to: 0 }
  /** How far the grid's content is scrolled, and how far down it goes. Asked of the page once, not at each move. */
  #scrolled = { left: 0, top: 0, most: 0 }
  #pointer: PointerEvent | null = null
  #moveGhost: ((x: number, y: number) => void) | null = null
  #isFine = false
  #frame = 0
  #drag: AbortController | null = null
  readonly #grid: HTMLElement
  readonly #ghost: RefObject<HTMLElement | null>
  readonly #acts: DragActs

  constructor(grid: HTMLElement, ghost: RefObject<HTMLElement | null>, acts: DragActs) {
    this.#grid = grid
    this.#ghost = ghost
    this.#acts = acts
  }

  press = (event: PointerEvent): void => {
    if (event.button !== 0 || !(event.target instanceof HTMLElement)) return
    const grip = this.#acts.gripAt(event.target, event)
    if (grip === null) return
    this.#pointer = event
    const { left, top } = this.#grid.getBoundingClientRect()
    this.#corner = { x: left, y: top }
    this.#calm = calmZone(this.#grid)
    this.#noteScrolled()
    this.#aim = null
    this.#drag = new AbortController()
    const { signal } = this.#drag
    window.addEventListener('pointermove', this.#move, { signal, capture: true })
    window.addEventListener('mousemove', this.#keep, { signal, capture: true })
    window.addEventListener('pointerup', this.#release, { signal })
    window.addEventListener('pointercancel', this.#cancel, { signal })
    window.addEventListener('blur', this.#cancel, { signal })
    window.addEventListener('wheel', this.#wheel, { signal, passive: true })
    this.#grid.addEventListener('scroll', this.#noteScrolled, { signal, passive: true })
    window.addEventListener('keydown', this.#key, { signal, capture: true })
    window.addEventListener('keyup', this.#key, { signal, capture: true })
    this.#feed({ type: 'press', grip, at: this.#content(event) })
  }

  /** Ends a drag under way and stops listening. */
  end(): void {
    this.#feed({ type: 'cancel' })
  }

  #move = (event: PointerEvent): void => {
    this.#keep(event)
    this.#pointer = event
    this.#isFine = event.shiftKey
    this.#follow()
  }

  /** While something is carried the pointer is the drag's alone: nothing else is asked about each of its moves. */
  #keep = (event: Event): void => {
    if (this.#state.phase === 'dragging') event.stopPropagation()
  }

  #follow(): void {
    const { grip, from } = this.#held() ?? {}
    if (grip === undefined || from === undefined || this.#pointer === null) return
    this.#aim ??= this.#acts.aim(this.#grid, this.#corner)
    const at = this.#content(this.#pointer)
    this.#moveGhost?.(this.#pointer.clientX, this.#pointer.clientY)
    this.#feed({
      type: 'move',
      at,
      target: this.#aim(grip, from, at, this.#isFine),
      copy: this.#acts.copies(this.#pointer),
    })
    if (this.#state.phase === 'dragging' && this.#frame === 0 && this.#scrollBy() !== 0)
      this.#frame = requestAnimationFrame(this.#scroll)
  }

  #held(): { readonly grip: Grip; readonly from: Point } | null {
    return this.#state.phase === 'pressed' || this.#state.phase === 'dragging' ? this.#state : null
  }

  #release = (): void => {
    if (this.#state.phase === 'dragging') swallowClick()
    this.#feed({ type: 'release' })
  }

  /** The wheel turns over the shield that lies above the grid while something is carried. */
  #wheel = ({ deltaX, deltaY }: WheelEvent): void => {
    if (this.#state.phase !== 'dragging') return
    this.#grid.scrollBy(deltaX, deltaY)
    this.#noteScrolled()
    this.#aim = null
    this.#follow()
  }

  #cancel = (): void => this.#feed({ type: 'cancel' })

  #key = (event: KeyboardEvent): void => {
    if (this.#state.phase !== 'dragging') return
    if (event.key === 'Escape' && event.type === 'keydown') {
      event.preventDefault()
      event.stopPropagation()
      this.#feed({ type: 'cancel' })
    } else if (event.key === 'Alt' || event.key === 'Control') {
      event.preventDefault()
      this.#feed({ type: 'modifier', copy: this.#acts.copies(event) })
    } else if (event.key === 'Shift') {
      this.#isFine = event.type === 'keydown'
      this.#follow()
    }
  }

  #feed(event: DragEvent): void {
    const before = this.#state
    const next = step(before, event)
    if (next === before) return
    this.#state = next
    if (next.phase === 'dragging' || before.phase === 'dragging') this.#acts.changed(next)
    if (next.phase === 'dragging' && this.#moveGhost === null) this.#raiseGhost()
    if (next.phase !== 'pressed' && next.phase !== 'dragging') this.#rest()
  }

  #raiseGhost(): void {
    const ghost = this.#ghost.current
    if (ghost === null || this.#pointer === null) return
    this.#moveGhost = ghostMover(ghost)
    this.#moveGhost(this.#pointer.clientX, this.#pointer.clientY)
  }

  #rest(): void {
    this.#drag?.abort()
    this.#drag = null
    this.#moveGhost = null
    this.#pointer = null
    cancelAnimationFrame(this.#frame)
    this.#frame = 0
    this.#state = idle
  }

  #content({ clientX, clientY }: { readonly clientX: number; readonly clientY: number }): Point {
    return {
      x: clientX - this.#corner.x + this.#scrolled.left,
      y: clientY - this.#corner.y + this.#scrolled.top,
    }
  }

  #noteScrolled = (): void => {
    const { scrollLeft, scrollTop, scrollHeight, clientHeight } = this.#grid
    this.#scrolled = { left: scrollLeft, top: scrollTop, most: scrollHeight - clientHeight }
  }

  /** How far a frame scrolls where the pointer is: nothing but near an edge behind which there is more. */
  #scrollBy(): number {
    if (this.#pointer === null) return 0
    const { clientY } = this.#pointer
    const { top, most } = this.#scrolled
    if (clientY < this.#calm.from) return top <= 0 ? 0 : -SCROLL_STEP
    return clientY <= this.#calm.to || top >= most ? 0 : SCROLL_STEP
  }

  /** Scrolls while the pointer rests near an edge and there is somewhere to go. */
  #scroll = (): void => {
    this.#frame = 0
    const by = this.#scrollBy()
    if (this.#state.phase !== 'dragging' || by === 0) return
    const before = this.#scrolled.top
    this.#grid.scrollTop += by
    this.#noteScrolled()
    if (this.#scrolled.top === before) return
    // What comes into sight is laid out only now, and may be higher than was thought.
    this.#aim = null
    this.#follow()
  }
}

/** The heights between the edges that scroll: what sticks to the top and bottom of the grid is part of its edge. */
function calmZone(grid: HTMLElement): { readonly from: number; readonly to: number } {
  const { top, bottom } = grid.getBoundingClientRect()
  const heightOf = (edge: string) =>
    grid.querySelector(`[data-sticks="${edge}"]`)?.getBoundingClientRect().height ?? 0
  return { from: top + heightOf('top') + SCROLL_ZONE, to: bottom - heightOf('bottom') - SCROLL_ZONE }
}

/** The browser takes the end of a drag for a click where it began and ended on one element. */
function swallowClick(): void {
  const swallow = (event: MouseEvent) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true })
  setTimeout(() => window.removeEventListener('click', swallow, { capture: true }))
}
