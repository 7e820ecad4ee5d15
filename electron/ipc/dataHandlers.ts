import type { AboutReplies } from '../../shared/ipc/aboutContract.ts'
import type { DataReplies } from '../../shared/ipc/dataContract.ts'
import type { VaultReplies } from '../../shared/ipc/vaultContract.ts'
import type { Handlers } from './serve.ts'

/** The functions that answer the requests about the data itself. */
export type DataHandlers = Pick<Handlers, keyof DataReplies>

/** The same with those about its encryption, and about the app itself. */
export type AllDataHandlers = DataHandlers & Pick<Handlers, keyof VaultReplies | keyof AboutReplies>
