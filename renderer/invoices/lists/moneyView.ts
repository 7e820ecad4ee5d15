import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** The ways to look at all invoices: one by one, by what is owed, by what was billed, by their numbers. */
export const moneyViews = ['list', 'owed', 'revenue', 'series'] as const
export type MoneyView = (typeof moneyViews)[number]

const viewStore = createStore<{ readonly view: MoneyView }>(() => ({ view: 'list' }))

/** The view that was chosen last in this window. */
export function useMoneyView(): MoneyView {
  return useStore(viewStore, ({ view }) => view)
}

export function showMoney(view: MoneyView): void {
  viewStore.setState({ view })
}
