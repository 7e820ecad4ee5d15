import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'
import type { ListSort } from '../ui/sortRows.ts'

/** The lists of the clients screen. */
export const listNames = ['clients', 'engagements', 'deliverables', 'agreements'] as const
export type ClientsListName = (typeof listNames)[number]
/** All lists that are looked at in this way. */
export type ListName = ClientsListName | 'invoices'

/** How a list is looked at. A filter that is not named shows all. */
export interface ListView {
  readonly sort: ListSort
  readonly search: string
  readonly filters: Readonly<Record<string, string>>
}

interface Lists {
  readonly shown: ClientsListName
  readonly views: Readonly<Record<ListName, ListView>>
}

/** Where the window keeps how its lists are looked at, also for its next start. */
const KEY = 'client-lists'

function view(
  column: string,
  filters: Readonly<Record<string, string>> = {},
  direction: ListSort['direction'] = 'ascending',
): ListView {
  return { sort: { column, direction }, search: '', filters }
}

/** Clients in use, work that goes on, what is not done, agreements in force, the newest invoices. */
function usualLists(): Lists {
  return {
    shown: 'clients',
    views: {
      clients: view('name', { status: 'active' }),
      engagements: view('client', {}),
      deliverables: view('due', { status: 'open' }),
      agreements: view('client', {}),
      invoices: view('date', {}, 'descending'),
    },
  }
}

function keptLists(): Lists {
  const usual = usualLists()
  try {
    const kept = JSON.parse(localStorage.getItem(KEY) ?? '{}') as Partial<Lists>
    const views = { ...usual.views, ...kept.views }
    return { shown: listNames.find((name) => name === kept.shown) ?? usual.shown, views }
  } catch {
    return usual
  }
}

const listsStore = createStore<Lists>(keptLists)
listsStore.subscribe((lists) => localStorage.setItem(KEY, JSON.stringify(lists)))

/** The list that is shown. */
export function useShownList(): ClientsListName {
  return useStore(listsStore, ({ shown }) => shown)
}

/** How a list is looked at. */
export function useListView(name: ListName): ListView {
  return useStore(listsStore, ({ views }) => views[name])
}

/** Shows another list. */
export function showList(shown: ClientsListName): void {
  listsStore.setState({ shown })
}

/** Looks at a list in another way, from now on. */
export function changeListView(name: ListName, change: Partial<ListView>): void {
  listsStore.setState(({ views }) => ({ views: { ...views, [name]: { ...views[name], ...change } } }))
}

/** Forgets how lists were looked at; a test begins with it. */
export function forgetLists(): void {
  listsStore.setState(usualLists(), true)
  localStorage.removeItem(KEY)
}
