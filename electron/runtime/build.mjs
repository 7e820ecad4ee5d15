import { bundleStale } from './bundle.mjs'
import { fail } from './say.mjs'

/** `npm run build`: production bundles in dist/, only what changed. */
bundleStale('production').catch(fail)
