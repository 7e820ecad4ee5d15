import type { session as english } from '../en/session.ts'

export const session: typeof english = {}
