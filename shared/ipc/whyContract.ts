/** The messages that ask the past. */
import { z } from 'zod'
import { WhyQuestion } from '../capacity/why/question.ts'
import type { Why } from '../capacity/why/why.ts'

export const whyRequests = {
  /** Ends a question that is still being answered. */
  'why/ask': WhyQuestion,
  'why/stop': z.undefined(),
} as const

export interface WhyReplies {
  /** What was found; `fits` where it is impossible no more, `given-up` where another question came, or it was stopped. */
  'why/ask': { readonly state: 'found'; readonly why: Why } | { readonly state: 'fits' | 'given-up' }
  'why/stop': undefined
}
