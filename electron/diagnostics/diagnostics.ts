import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { census } from '../../shared/storage/census.ts'
import { currentVersion } from '../../shared/storage/migrations.ts'
import type { Place } from '../place.ts'
import type { OpenPlan } from '../storage/openPlan.ts'

export interface DiagnosticsParts {
  readonly userData: string
  readonly appVersion: string
  readonly place: Place
  readonly open: OpenPlan | null
}

/** So much of the end of the log goes with it, in characters. */
const LOG = 12_000

/** What helps to find a fault: versions, how much there is of what, the files, the end of the log. No names, no amounts. */
export function diagnosticsText({ userData, appVersion, place, open }: DiagnosticsParts): string {
  const { electron, chrome, node } = process.versions
  const parts = [
    `Headroom ${appVersion}, data version ${currentVersion}`,
    `Electron ${electron ?? '-'}, Chromium ${chrome ?? '-'}, Node ${node}`,
    `${process.platform} ${process.arch}, ${place.locale}, ${place.zone}`,
    ...planLines(open),
    'Files:',
    ...['.', 'plan', 'plan/history', 'backups', 'invoices', 'logs'].flatMap((name) =>
      fileLines(userData, name),
    ),
    'Log:',
    textOf(join(userData, 'logs', 'headroom.log')).slice(-LOG),
  ]
  return `${parts.join('\n')}\n`
}

function planLines(open: OpenPlan | null): readonly string[] {
  if (open === null) return ['The plan is not open.']
  const { host, store, notices } = open
  const save = store.state()
  return [
    `Revision ${host.rev()}${host.readOnly() ? ', read only' : ''}, ${save.state}${save.state === 'failed' ? ` (${save.why} ${save.detail})` : ''}`,
    `Notices: ${notices.map(({ code, params }) => `${code} ${JSON.stringify(params)}`).join('; ') || 'none'}`,
    `Records: ${JSON.stringify(census(host.plan()))}`,
  ]
}

/** Sizes of the files that are ours by name: a file with another name may be called like a client. */
function fileLines(userData: string, folder: string): readonly string[] {
  try {
    return readdirSync(join(userData, folder)).flatMap((name) => {
      if (!/\.(jsonl?|gz|prev|log|pdf)(\.|-|$)/.test(name) || / /.test(name)) return []
      const { size, isFile } = entry(join(userData, folder, name))
      return isFile ? [`  ${folder}/${folder === 'invoices' ? '*.pdf' : name} ${size}`] : []
    })
  } catch {
    return []
  }
}

function entry(path: string): { readonly size: number; readonly isFile: boolean } {
  const found = statSync(path)
  return { size: found.size, isFile: found.isFile() }
}

function textOf(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}
