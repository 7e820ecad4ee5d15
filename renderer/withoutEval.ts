declare global {
  /** The configuration that zod reads when it is loaded (zod/v4/core/core.js). */
  var __zod_globalConfig: { jitless?: boolean } | undefined
}

// zod would try `new Function` as soon as a schema is made, to compile its checks. The content policy forbids that, and
// even the attempt is a violation. So this must be known before the first schema is: before zod is loaded.
globalThis.__zod_globalConfig = { jitless: true }

export {}
