/** What a page costs its main thread: script, style, layout and paint, in milliseconds of CPU, by Chromium's own count. */
import type { CDPSession, Page } from 'playwright-core'

/** A place in the window, in pixels. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** Milliseconds of CPU, and what of it was script, style and layout. */
export interface Cost {
  readonly task: number
  readonly script: number
  readonly layout: number
}

export const MOVES = 60
/** Milliseconds after which a page is taken to show nothing new. */
const LONGEST = 20_000
/** Pixels of a drag's path, a move, towards the middle of the window. */
const STEP = { x: 5, y: 2.5 }
const MIDDLE = { x: 640, y: 430 }

/** Settles once the frame is drawn whose callbacks are running: a message that is sent in them comes after it. */
const afterFrame = `new Promise((drawn) => {
  const channel = new MessageChannel()
  channel.port1.onmessage = () => drawn(true)
  channel.port2.postMessage(0)
})`

/** The main thread of one page. Times are of its CPU, so that a busy machine and the screen's beat count for nothing. */
export class MainThread {
  readonly #session: CDPSession

  private constructor(session: CDPSession) {
    this.#session = session
  }

  /** Begins to count. */
  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page)
    await session.send('Performance.enable', { timeDomain: 'threadTicks' })
    return new MainThread(session)
  }

  /** The value of an expression in the page; a promise is awaited. */
  async ask<T>(expression: string): Promise<T> {
    const { result, exceptionDetails } = await this.#session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
    })
    if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
    return result.value as T
  }

  /**
   * What an act costs until the page shows what `shown` (an expression) asks for and has drawn it. The page watches from
   * before the act on, so that the frame that shows it is the one counted to, however the act reaches the page.
   */
  async costUntil(shown: string, act: () => Promise<unknown>): Promise<Cost> {
    await this.ask(`window.benchShown = () => new Promise((resolve, reject) => {
      const begin = performance.now()
      const look = () => {
        if (${shown}) resolve(${afterFrame})
        else if (performance.now() - begin > ${LONGEST}) reject(new Error('nothing new was shown'))
        else requestAnimationFrame(look)
      }
      requestAnimationFrame(look)
    }); 0`)
    const before = await this.#count()
    const isShown = this.ask('benchShown()')
    await act()
    await isShown
    return difference(before, await this.#count())
  }

  /** What an act costs with the frame that shows it and all that follows, until the page has nothing left to do. */
  async costToRest(act: () => Promise<unknown>): Promise<Cost> {
    const before = await this.#count()
    await act()
    await this.ask(`new Promise((drawn) => requestAnimationFrame(() => drawn(${afterFrame})))`)
    await this.rest()
    return difference(before, await this.#count())
  }

  /** Waits until the page has nothing left to do, so that it does not count for what comes next. */
  async rest(): Promise<void> {
    await this.ask(
      'new Promise((resolve) => requestIdleCallback(() => requestIdleCallback(() => resolve(true))))',
    )
  }

  /** Presses and releases a key as the keyboard does. */
  async key(key: string, code: string, keyCode: number): Promise<void> {
    const text = key.length === 1 ? key : undefined
    const press = { key, code, windowsVirtualKeyCode: keyCode, ...(text === undefined ? {} : { text }) }
    await this.#session.send('Input.dispatchKeyEvent', { type: 'keyDown', ...press })
    await this.#session.send('Input.dispatchKeyEvent', {
      type: 'keyUp',
      key,
      code,
      windowsVirtualKeyCode: keyCode,
    })
  }

  /**
   * Takes hold of something by the mouse, moves it sixty times with a frame after each, and says what a move costs,
   * together with all that was put off until the page was idle. `taken` (an expression) must hold while it is carried.
   */
  async costOfDrag(from: Spot, taken: string): Promise<Cost> {
    const at = (move: number): Spot => ({
      x: from.x + move * (from.x < MIDDLE.x ? STEP.x : -STEP.x),
      y: from.y + move * (from.y < MIDDLE.y ? STEP.y : -STEP.y),
    })
    await this.#mouse('mouseMoved', from, 0)
    await this.#mouse('mousePressed', from, 1)
    for (let move = 1; move <= 2; move++) await this.#mouse('mouseMoved', at(move), 1)
    await this.rest()
    const before = await this.#count()
    // The reply to a move comes with its frame.
    for (let move = 1; move <= MOVES; move++) await this.#mouse('mouseMoved', at(2 + move), 1)
    await this.rest()
    const { task, script, layout } = difference(before, await this.#count())
    const isTaken = await this.ask<boolean>(`Boolean(${taken})`)
    await this.key('Escape', 'Escape', 27)
    await this.#mouse('mouseReleased', at(2 + MOVES), 0)
    if (!isTaken) throw new Error('nothing was dragged')
    return { task: task / MOVES, script: script / MOVES, layout: layout / MOVES }
  }

  /** Bytes of the script heap and nodes of the page after all that is out of reach was collected. */
  async held(): Promise<{ readonly heap: number; readonly nodes: number; readonly listeners: number }> {
    for (let i = 0; i < 2; i++) await this.#session.send('HeapProfiler.collectGarbage')
    const metrics = await this.#metrics()
    return {
      heap: metrics.get('JSHeapUsedSize') ?? Number.NaN,
      nodes: metrics.get('Nodes') ?? Number.NaN,
      listeners: metrics.get('JSEventListeners') ?? Number.NaN,
    }
  }

  async #mouse(
    type: 'mouseMoved' | 'mousePressed' | 'mouseReleased',
    at: Spot,
    buttons: number,
  ): Promise<void> {
    const button = type === 'mouseMoved' && buttons === 0 ? 'none' : 'left'
    await this.#session.send('Input.dispatchMouseEvent', { type, ...at, button, buttons, clickCount: 1 })
  }

  async #metrics(): Promise<ReadonlyMap<string, number>> {
    const { metrics } = await this.#session.send('Performance.getMetrics')
    return new Map(metrics.map(({ name, value }) => [name, value]))
  }

  async #count(): Promise<Cost> {
    const metrics = await this.#metrics()
    const milliseconds = (name: string) => (metrics.get(name) ?? Number.NaN) * 1000
    return {
      task: milliseconds('TaskDuration'),
      script: milliseconds('ScriptDuration'),
      layout: milliseconds('LayoutDuration') + milliseconds('RecalcStyleDuration'),
    }
  }
}

function difference(before: Cost, after: Cost): Cost {
  return {
    task: after.task - before.task,
    script: after.script - before.script,
    layout: after.layout - before.layout,
  }
}

/** An expression for where to take hold of the first of some elements that can be seen in the middle of the window. */
export function gripOf(selector: string): string {
  return `(() => {
    for (const element of document.querySelectorAll(${JSON.stringify(selector)})) {
      const { left, top, width, height } = element.getBoundingClientRect()
      const [x, y] = [left + width / 2, top + Math.min(8, height / 3)]
      if (x < 250 || x > 1000 || y < 150 || y > 700) continue
      if (document.elementFromPoint(x, y)?.closest(${JSON.stringify(selector)}) === element) return { x, y }
    }
    return null
  })()`
}
