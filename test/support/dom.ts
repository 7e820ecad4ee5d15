import '@testing-library/jest-dom/vitest'
import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

/** Runs in every component test file: each test starts with an empty page. */
afterEach(cleanup)
