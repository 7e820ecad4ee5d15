import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

// How long a condition may take on a machine that is busy with other tests; none waits longer than it has to.
configure({ asyncUtilTimeout: 10_000 })

/** Runs in every component test file: each test starts with an empty page. */
afterEach(cleanup)
