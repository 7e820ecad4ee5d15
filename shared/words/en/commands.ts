/** What a step of the history is called: after "Undo" and "Redo", and in the history. Keyed by command type. */
export const commands = {
  undo: (step: string) => `Undo ${step}`,
  redo: (step: string) => `Redo ${step}`,
  steps: {
    'session/create': (name: string) => `plan “${name}”`,
    'session/change': (name: string) => `change “${name}”`,
    'session/move': (name: string) => `move “${name}”`,
    'session/delete': (name: string) => `delete “${name}”`,
    'entry/put': (name: string) => `log “${name}”`,
    'entry/delete': (name: string) => `delete time “${name}”`,
    'practice/put': (name: string) => `save “${name}”`,
    'practice/delete': (name: string) => `delete “${name}”`,
    'settings/change': (_name: string) => 'settings',
    'business/change': (_name: string) => 'my business',
    'flag/accept': (_name: string) => 'accept flag',
    'calendar/import': (name: string) => `import “${name}”`,
    'invoice/draft': (name: string) => `draft invoice for ${name}`,
    'invoice/delete': (name: string) => `delete draft for ${name}`,
    'invoice/issue': (name: string) => `issue invoice ${name}`,
    'invoice/payment': (name: string) => `payment for ${name}`,
    'plan/start': (_name: string) => 'start',
  } as Readonly<Record<string, (name: string) => string>>,
}
