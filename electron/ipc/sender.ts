import { appHost, appScheme } from '../protocol/appProtocol.ts'

/** What is looked at in the frame that a message came from; Electron's WebFrameMain has all of it. */
export interface SendingFrame {
  readonly url: string
  readonly parent: unknown
}

/** What is looked at in a message. */
export interface Sent {
  /** Null when the frame is gone. */
  readonly senderFrame: SendingFrame | null
  readonly sender: { readonly mainFrame: SendingFrame | null }
}

/**
 * Refuses a message that did not come from the app's own page, shown in its window now: a foreign page, a frame in a
 * page, one that is gone or about to go. Throws, since no honest sender can cause it.
 *
 * A frame is compared with the window's present one instead of asking whether it is `detached`: Electron 33 goes on
 * calling the frame so after the page crashed and was loaded again.
 */
export function checkSender({ senderFrame, sender }: Sent): void {
  if (senderFrame === null || senderFrame !== sender.mainFrame || !isOwn(senderFrame)) {
    throw new Error('untrusted sender')
  }
}

function isOwn({ url, parent }: SendingFrame): boolean {
  if (parent !== null || !URL.canParse(url)) return false
  const { protocol, host } = new URL(url)
  return protocol === `${appScheme}:` && host === appHost
}
