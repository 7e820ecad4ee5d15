import { useMemo, useState } from 'react'
import { accountCurrencies, accountOf } from '../../../shared/billing/after/account.ts'
import { moveText, standingText } from '../../../shared/documents/accountReport.ts'
import { own } from '../../../shared/plan/plan.ts'
import { bridge } from '../../state/bridge.ts'
import { useToday } from '../../state/clock.ts'
import { usePlan } from '../../state/plan.ts'
import { savePdfOf } from '../../state/savePdf.ts'
import { useFormat, useWords } from '../../state/words.ts'
import { Button } from '../../ui/Button.tsx'
import { DateField } from '../../ui/DateField.tsx'
import { Dialog } from '../../ui/Dialog.tsx'
import { ScrollRegion } from '../../ui/ScrollRegion.tsx'
import { Select } from '../../ui/Select.tsx'
import { type AskedAccount, useAskedAccount } from './accountForm.ts'
import styles from './Tables.module.css'

interface AccountProps extends AskedAccount {
  readonly onClose: () => void
}

/** The statement that was asked for. */
export function AskedAccountDialog({ onClose }: Pick<AccountProps, 'onClose'>) {
  const asked = useAskedAccount()
  return asked === null ? null : <AccountDialog {...asked} onClose={onClose} />
}

/** The statement of a client's account: what was owed before, what happened since, and what that leaves. */
function AccountDialog({ clientId, currency: asked, onClose }: AccountProps) {
  const all = useWords()
  const words = all.money.account
  const paper = all.dunning.account
  const format = useFormat()
  const plan = usePlan((whole) => whole)
  const today = useToday()
  const currencies = accountCurrencies(plan, clientId)
  const [currency, setCurrency] = useState(asked ?? currencies[0] ?? plan.practice.business.currency)
  const [from, setFrom] = useState(`${today.slice(0, 4)}-01-01`)
  const [to, setTo] = useState(today)
  const request = useMemo(() => ({ clientId, currency, from, to }), [clientId, currency, from, to])
  const { opening, moves, closing } = useMemo(() => accountOf(plan, request), [plan, request])
  const money = (minor: number) => format.money(minor, currency)
  const save = () => void savePdfOf(() => bridge.request('money/save', { what: 'account', ...request }))
  return (
    <Dialog
      title={words.of(own(plan.practice.clients, clientId)?.name ?? '')}
      isOpen
      size="wide"
      onClose={onClose}
      footer={
        <Button variant="primary" isDisabled={from > to} onPress={save}>
          {words.savePdf}
        </Button>
      }
    >
      <div className={styles.fields}>
        <DateField
          label={all.billing.proposal.from}
          day={from}
          maxDay={to}
          onChange={(day) => day !== null && setFrom(day)}
        />
        <DateField
          label={all.billing.proposal.to}
          day={to}
          minDay={from}
          onChange={(day) => day !== null && setTo(day)}
        />
        {currencies.length < 2 ? null : (
          <Select
            label={words.currency}
            options={currencies.map((id) => ({ id, label: id }))}
            value={currency}
            onChange={setCurrency}
          />
        )}
      </div>
      <ScrollRegion className={styles.scroll} label={words.title}>
        <table className={styles.table}>
          <thead>
            <tr>
              <th scope="col" className={styles.start}>
                {paper.day}
              </th>
              <th scope="col" className={styles.wide}>
                {paper.what}
              </th>
              <th scope="col">{paper.debit}</th>
              <th scope="col">{paper.paid}</th>
              <th scope="col">{paper.balance}</th>
            </tr>
          </thead>
          <tbody>
            <Sum day={format.dayMedium(from)} label={paper.opening} amount={money(opening)} />
            {moves.map((move, i) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a move has no other name than its place
              <tr key={i}>
                <td className={styles.start}>{format.dayMedium(move.on)}</td>
                <th scope="row" className={styles.wide}>
                  {moveText(move, paper)}
                  {move.note.trim() === '' ? null : <span className={styles.quiet}> · {move.note}</span>}
                </th>
                <td>{move.amount >= 0 ? money(move.amount) : ''}</td>
                <td>{move.amount < 0 ? money(-move.amount) : ''}</td>
                <td>{money(move.balance)}</td>
              </tr>
            ))}
            <Sum day={format.dayMedium(to)} label={paper.closing} amount={money(closing)} />
          </tbody>
        </table>
      </ScrollRegion>
      {moves.length === 0 ? <p className={styles.quiet}>{paper.nothing}</p> : null}
      <p className={styles.standing} role="status">
        {standingText(closing, paper, money)}
      </p>
    </Dialog>
  )
}

function Sum({ day, label, amount }: Readonly<Record<'day' | 'label' | 'amount', string>>) {
  return (
    <tr className={styles.sum}>
      <td className={styles.start}>{day}</td>
      <th scope="row" className={styles.wide}>
        {label}
      </th>
      <td />
      <td />
      <td>{amount}</td>
    </tr>
  )
}
