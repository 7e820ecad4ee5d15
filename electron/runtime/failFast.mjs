/**
 * Loaded before Electron's own installer (`node --import`): an answer that does not begin within some seconds is
 * taken as a network that cannot reach the release server. A download that has begun may take its time.
 */
const secondsToAnswer = 6
const plainFetch = globalThis.fetch

globalThis.fetch = async (input, init) => {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(new Error('no answer')), secondsToAnswer * 1000)
  try {
    const response = await plainFetch(input, { ...init, signal: patience.signal })
    const megabytes = Number(response.headers.get('content-length')) / 1e6
    if (response.ok && megabytes > 1) console.log(`headroom: downloading ${Math.round(megabytes)} MB`)
    return response
  } finally {
    clearTimeout(timer)
  }
}
