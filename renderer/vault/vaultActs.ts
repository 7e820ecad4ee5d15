import type { RequestName, RequestPayload } from '../../shared/ipc/contract.ts'
import type { VaultReply, VaultView } from '../../shared/ipc/vaultContract.ts'
import { tellFailed } from '../data/dataActs.ts'
import { bridge } from '../state/bridge.ts'
import { reportFault } from '../state/report.ts'

type VaultAct = Extract<RequestName, `vault/${string}`> & Exclude<RequestName, 'vault/state'>

/** The vault after an act; `wrong` where the passphrase is another one, null after a fault, which was told. */
export async function askVault<N extends Extract<VaultAct, `vault/${string}`>>(
  name: N,
  payload: RequestPayload<N>,
): Promise<VaultView | 'wrong' | null> {
  try {
    const reply = (await bridge.request(name, payload)) as VaultReply
    if (reply.state === 'wrong') return 'wrong'
    if (reply.state === 'done') return reply.vault
    tellFailed(reply.code)
  } catch (fault) {
    reportFault(fault)
    tellFailed('other')
  }
  return null
}
