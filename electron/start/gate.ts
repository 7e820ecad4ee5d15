/** Something that is waited for, and happens once. */
export class Gate {
  readonly opened: Promise<void>
  /** Opens it; again does nothing. */
  readonly open: () => void

  constructor() {
    let open = () => {}
    this.opened = new Promise((resolve) => {
      open = resolve
    })
    this.open = () => open()
  }
}
