import { bridge } from './bridge.ts'

/** Tells main of a fault, for its log. The only place that swallows: a fault in reporting a fault has nowhere to go. */
export function reportFault(fault: unknown): void {
  const error = fault instanceof Error ? fault : new Error(String(fault))
  bridge
    .request('app/report', {
      message: error.message.slice(0, 5000),
      stack: (error.stack ?? '').slice(0, 20_000),
    })
    .catch(() => {})
}
