import { useMemo, useState } from 'react'
import type { WorkedRead } from '../../../shared/exchange/time/workedFile.ts'
import type {
  ProposedGroup,
  Target,
  WorkedChoices,
  WorkedProposal,
} from '../../../shared/exchange/time/workedProposal.ts'
import { usePlan } from '../../state/plan.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import type { Option } from '../../ui/Select.tsx'
import { Select } from '../../ui/Select.tsx'
import { engagementOptions, OWN_BUSINESS } from '../engagementOptions.ts'
import shared from '../ImportDialog.module.css'
import styles from './TableDialog.module.css'

interface TableMappingProps {
  readonly read: WorkedRead
  readonly proposal: WorkedProposal
  readonly choices: WorkedChoices
  readonly onChange: (change: (before: WorkedChoices) => WorkedChoices) => void
}

/** Rows drawn at once: each has a field, and nobody looks at hundreds. */
const PAGE = 40
const CREATE = '+'
const SKIP = '/'

/** Their clients and projects, each with what it becomes here. */
export function TableMapping({ read, proposal, choices, onChange }: TableMappingProps) {
  const { timeImport: words } = useWords()
  const practice = usePlan((plan) => plan.practice)
  const engagements = useMemo(() => engagementOptions(practice, words.ownBusiness), [practice, words])
  const [shown, setShown] = useState(PAGE)
  if (read.rows.length === 0) return null
  // What is here already needs no answer.
  const groups = proposal.groups.filter(({ rows, there, closed }) => rows > 0 || there + closed > 0)
  const set = (names: readonly string[], target: Target) =>
    onChange((before) => ({
      ...before,
      targets: { ...before.targets, ...Object.fromEntries(names.map((name) => [name, target])) },
    }))
  const creates = groups.some(({ target }) => target?.kind === 'create')
  return (
    <>
      <h3 className={styles.heading}>{words.mapping}</h3>
      <Missing groups={groups} set={set} />
      <table className={shared.table} aria-label={words.mapping}>
        <thead>
          <tr>
            <th scope="col">{words.theirs}</th>
            <th scope="col">{words.time}</th>
            <th scope="col">{words.ours}</th>
          </tr>
        </thead>
        <tbody>
          {groups.slice(0, shown).map((group) => (
            <GroupRow
              key={group.name}
              group={group}
              chosen={choices.targets[group.name] ?? group.target}
              engagements={engagements}
              onChange={(target) => set([group.name], target)}
            />
          ))}
        </tbody>
      </table>
      {groups.length <= shown ? null : (
        <Button variant="quiet" onPress={() => setShown(shown + PAGE * 4)}>
          {words.showMore(Math.min(PAGE * 4, groups.length - shown))}
        </Button>
      )}
      {creates ? <p className={shared.quiet}>{words.createNote}</p> : null}
      <PerClient proposal={proposal} />
    </>
  )
}

interface MissingProps {
  readonly groups: readonly ProposedGroup[]
  readonly set: (names: readonly string[], target: Target) => void
}

/** One answer for all that wait for one. */
function Missing({ groups, set }: MissingProps) {
  const { timeImport: words } = useWords()
  const open = groups.filter(({ target, rows }) => target === null && rows > 0).map(({ name }) => name)
  if (open.length < 2) return null
  return (
    <div className={styles.bulk}>
      <Button onPress={() => set(open, { kind: 'create' })}>{words.createAll(open.length)}</Button>
      <Button variant="quiet" onPress={() => set(open, { kind: 'skip' })}>
        {words.skipAll(open.length)}
      </Button>
    </div>
  )
}

interface GroupRowProps {
  readonly group: ProposedGroup
  readonly chosen: Target | null
  readonly engagements: readonly Option[]
  readonly onChange: (target: Target) => void
}

function GroupRow({ group, chosen, engagements, onChange }: GroupRowProps) {
  const { timeImport: words } = useWords()
  const format = useFormat()
  const { client, project, rows, minutes, there, closed, late, how } = group
  const title = words.mappingOf(client, project)
  const created = project === '' ? client : project
  const create: Option = {
    id: CREATE,
    label: client === '' || project === '' ? words.create(created) : words.createUnder(client, created),
  }
  const options = [...(created === '' ? [] : [create]), ...engagements, { id: SKIP, label: words.skip }]
  return (
    <tr>
      <th scope="row" className={shared.event}>
        <span className={shared.name}>{client === '' ? words.noClient : client}</span>
        {project === '' ? null : <span className={shared.when}>{project}</span>}
      </th>
      <td className={styles.number}>
        {rows === 0 ? null : words.hoursOf(format.duration(minutes), rows)}
        {there === 0 ? null : <span className={shared.when}>{words.alreadyThere(there)}</span>}
        {late === 0 ? null : <span className={shared.when}>{words.inLate(late)}</span>}
        {closed === 0 ? null : <span className={shared.when}>{words.inClosed(closed)}</span>}
      </td>
      <td>
        <Select
          label={words.oursOf(title)}
          labelHidden
          options={options}
          value={optionOf(chosen)}
          placeholder={words.choose}
          isDisabled={rows === 0}
          onChange={(id) => onChange(targetOf(id))}
        />
        {rows === 0 ? null : (
          <span className={shared.why}>
            {words.targetHow[how === 'guessed' && chosen?.kind === 'own' ? 'unnamed' : how]}
          </span>
        )}
      </td>
    </tr>
  )
}

function optionOf(target: Target | null): string | null {
  switch (target?.kind) {
    case 'engagement':
      return target.id
    case 'create':
      return CREATE
    case 'own':
      return OWN_BUSINESS
    case 'skip':
      return SKIP
    default:
      return null
  }
}

function targetOf(option: string): Target {
  if (option === CREATE) return { kind: 'create' }
  if (option === SKIP) return { kind: 'skip' }
  return option === OWN_BUSINESS ? { kind: 'own' } : { kind: 'engagement', id: option }
}

/** What each client of the file would add, where it has several projects. */
function PerClient({ proposal }: { readonly proposal: WorkedProposal }) {
  const { timeImport: words } = useWords()
  const format = useFormat()
  const { clients, groups } = proposal
  if (clients.length < 2 || clients.length === groups.length) return null
  return (
    <details className={shared.details}>
      <summary>{words.perClient}</summary>
      <ul className={shared.lines}>
        {clients.map(({ name, rows, minutes }) => (
          <li key={name}>
            {name === '' ? words.noClient : name}: {words.hoursOf(format.duration(minutes), rows)}
          </li>
        ))}
      </ul>
    </details>
  )
}
