import type { VatFault } from '../../billing/vatId.ts'
import type { clientPage as english } from '../en/clientPage.ts'

export const clientPage: typeof english = {
  saved: (name: string) => `„${name}“ gespeichert`,
  deleted: (name: string) => `„${name}“ gelöscht`,
  created: (name: string) => `„${name}“ angelegt`,
  archived: (name: string) => `„${name}“ ist im Archiv`,
  unarchived: (name: string) => `„${name}“ ist zurück`,
  keptTyped: (title: string) =>
    `„${title}“ ist nicht gespeichert. Ihre Eingaben sind beim nächsten Öffnen noch da.`,
  restored: 'Ihre Eingaben von vorhin sind noch da.',
  startOver: 'Von vorn beginnen',
  phone: 'Telefon',
  address: 'Rechnungsanschrift',
  taxIdHelp: 'USt-IdNr. mit Länderkürzel oder die örtliche Steuernummer',
  taxIdFault: ({ code, prefix, pattern }: VatFault, country: string) =>
    ({
      greek: 'Eine griechische USt-IdNr. beginnt mit EL, nicht mit GR.',
      form: `Eine USt-IdNr. mit ${prefix} sieht aus wie ${pattern} (9 eine Ziffer, X Ziffer oder Buchstabe).`,
      digits:
        'Diese USt-IdNr. hat einen Fehler: Die Prüfziffern passen nicht. Vielleicht ist eine Ziffer vertippt.',
      elsewhere: `Diese USt-IdNr. beginnt mit ${prefix}, die Anschrift liegt in ${country}.`,
    })[code],
  emailFault: 'Eine E-Mail-Adresse sieht aus wie name@firma.example.',
  tax: 'Steuer neuer Rechnungszeilen',
  taxUsual: (tax: string) => `Wie üblich: ${tax}`,
  taxOwn: 'Eine eigene',
  taxIs: 'Steuer',
  contacts: 'Ansprechpartner',
  addContact: 'Person hinzufügen',
  noContacts: 'Menschen, mit denen Sie hier arbeiten: Name, Rolle und wie man sie erreicht.',
  contact: 'Person',
  contactName: 'Name',
  role: 'Rolle',
  contactEmail: 'E-Mail',
  moveUp: (name: string) => `${name} nach oben`,
  moveDown: (name: string) => `${name} nach unten`,
  removeContact: (name: string) => `${name} entfernen`,
  contactRemoved: (name: string) => `${name} entfernt`,
  unnamed: 'diese Person',
}
