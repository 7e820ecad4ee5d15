import { appHost, appScheme } from '../protocol/appProtocol.ts'

/** What is looked at in the frame that a message came from; Electron's WebFrameMain has all of it. */
export interface SendingFrame {
  readonly url: string
  readonly parent: unknown
  readonly detached?: boolean
}

/**
 * Refuses a message that did not come from the top frame of the app's own page: a foreign page, a frame in it, one
 * that is gone already. Throws, since no honest sender can cause it.
 */
export function checkSender(frame: SendingFrame | null | undefined): void {
  if (!isTrusted(frame)) throw new Error('untrusted sender')
}

function isTrusted(frame: SendingFrame | null | undefined): boolean {
  if (frame === null || frame === undefined || frame.detached === true || frame.parent !== null) return false
  if (!URL.canParse(frame.url)) return false
  const { protocol, host } = new URL(frame.url)
  return protocol === `${appScheme}:` && host === appHost
}
