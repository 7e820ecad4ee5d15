import type { AboutReplies } from '../../shared/ipc/aboutContract.ts'
import type { DataReplies } from '../../shared/ipc/dataContract.ts'
import type { VaultReplies } from '../../shared/ipc/vaultContract.ts'
import type { WhyReplies } from '../../shared/ipc/whyContract.ts'
import type { Handlers } from './serve.ts'

/** The functions that answer the requests about the data itself. */
export type DataHandlers = Pick<Handlers, keyof DataReplies>

/** The same with those about its encryption, about the app itself, and about the past. */
export type AllDataHandlers = DataHandlers &
  Pick<Handlers, keyof VaultReplies | keyof AboutReplies | keyof WhyReplies>
