import type { roadmap as english } from '../en/roadmap.ts'

/** German words: the roadmap of a client. */
export const roadmap: typeof english = {
  title: 'Roadmap',
  help: 'Einen Balken ziehen oder mit den Pfeiltasten bewegen, um die Fälligkeit zu ändern; mit Umschalt wochenweise.',
  today: 'heute',
  week: (number) => `KW ${number}`,
  dueOf: (title) => `${title}, fällig`,
  left: (remaining, estimate) => `${remaining} von ${estimate} übrig`,
  done: 'fertig',
  states: { overdue: 'überfällig', impossible: 'nicht zu schaffen', finer: 'nur in kleinen Stücken' },
  movedTo: (title, day) => `${title} ist jetzt am ${day} fällig.`,
}
