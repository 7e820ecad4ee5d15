import { z } from 'zod'
import { DayField, Id, Line, Note, Title } from './fields.ts'
import type { Frozen } from './frozen.ts'

/** Master agreement, statement of work, non-disclosure, assignment of IP, contract with a vendor negotiated for a client. */
export const agreementKinds = ['master', 'work', 'nda', 'ip', 'vendor'] as const
export const AgreementKind = z.enum(agreementKinds)
export type AgreementKind = z.infer<typeof AgreementKind>

/**
 * A document in force with or for a client, from `start` (or ever) to the end of `end` (or until it is ended). One that
 * renews goes on for `renewalMonths` at a time unless notice is given `noticeDays` before it would end.
 */
export const Agreement = z
  .strictObject({
    id: Id,
    clientId: Id,
    kind: AgreementKind,
    title: Title,
    /** Who else is bound by it; empty where it is the client alone. */
    parties: Line,
    signed: DayField.nullable(),
    start: DayField.nullable(),
    end: DayField.nullable(),
    renewalMonths: z.int().min(1).max(120).nullable(),
    noticeDays: z.int().min(0).max(730).nullable(),
    confidentialUntil: DayField.nullable(),
    /** Path of the document on this computer, as the user chose it; empty where there is none. */
    file: z.string().max(4096, { error: 'too-long' }),
    notes: Note,
    order: z.number(),
  })
  .refine((a) => a.start === null || a.end === null || a.start <= a.end, {
    path: ['end'],
    error: 'end-before-start',
  })
  .refine((a) => a.renewalMonths === null || a.end !== null, {
    path: ['renewalMonths'],
    error: 'renews-no-end',
  })
export type Agreement = Frozen<z.infer<typeof Agreement>>
