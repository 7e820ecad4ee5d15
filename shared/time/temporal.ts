import { Temporal as Polyfill } from 'temporal-polyfill'

/**
 * The one Temporal of the domain: the runtime's own where it has one (Chromium 144 and later), else the
 * polyfill. Only `shared/time` imports it; what leaves this room is days, wall clocks and whole minutes.
 */
export const Temporal: typeof Polyfill = (globalThis as { Temporal?: typeof Polyfill }).Temporal ?? Polyfill
