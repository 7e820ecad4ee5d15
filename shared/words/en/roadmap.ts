/** English words: the roadmap of a client. */
export const roadmap = {
  title: 'Roadmap',
  help: 'Drag a bar, or move it with the arrow keys, to change its due day; Shift moves by weeks.',
  today: 'today',
  week: (number: number) => `W${number}`,
  dueOf: (title: string) => `${title}, due`,
  left: (remaining: string, estimate: string) => `${remaining} of ${estimate} left`,
  done: 'done',
  states: { overdue: 'overdue', impossible: 'cannot be met', finer: 'only in small pieces' },
  movedTo: (title: string, day: string) => `${title} is due on ${day} now.`,
}
