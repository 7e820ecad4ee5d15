import type { commands as english } from '../en/commands.ts'

export const commands: typeof english = {
  undo: (step) => `Rückgängig: ${step}`,
  redo: (step) => `Wiederholen: ${step}`,
  steps: {
    'session/create': (name) => `„${name}“ planen`,
    'session/change': (name) => `„${name}“ ändern`,
    'session/move': (name) => `„${name}“ verschieben`,
    'session/delete': (name) => `„${name}“ löschen`,
    'entry/put': (name) => `„${name}“ erfassen`,
    'entry/delete': (name) => `Zeit „${name}“ löschen`,
    'entry/close': (through) => (through === '' ? 'Zeit öffnen' : `Zeit bis ${through} abschließen`),
    'practice/put': (name) => `„${name}“ speichern`,
    'practice/delete': (name) => `„${name}“ löschen`,
    'settings/change': () => 'Einstellungen',
    'business/change': () => 'Mein Geschäft',
    'flag/accept': () => 'Hinweis annehmen',
    'calendar/import': (name) => `„${name}“ importieren`,
    'invoice/draft': (name) => `Rechnungsentwurf für ${name}`,
    'invoice/delete': (name) => `Entwurf für ${name} löschen`,
    'invoice/issue': (name) => `Rechnung ${name} ausstellen`,
    'invoice/payment': (name) => `Zahlung für ${name}`,
    batch: (name) => (name === '' ? 'mehrere Änderungen' : `„${name}“ ändern`),
    'plan/start': () => 'Anfang',
    'plan/clear': () => 'neu anfangen',
  },
}
