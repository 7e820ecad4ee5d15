import type { agreements as english } from '../en/agreements.ts'

export const agreements: typeof english = {
  kinds: {
    master: 'Rahmenvertrag',
    work: 'Leistungsschein',
    nda: 'Geheimhaltungsvereinbarung',
    ip: 'Rechteübertragung',
    vendor: 'Lieferantenvertrag',
  },
  inSentence: {
    master: 'Der Rahmenvertrag',
    work: 'Der Leistungsschein',
    nda: 'Die Geheimhaltungsvereinbarung',
    ip: 'Die Rechteübertragung',
    vendor: 'Der Lieferantenvertrag',
  },
  months: (count) =>
    count % 12 === 0
      ? count === 12
        ? 'ein Jahr'
        : `${count / 12} Jahre`
      : count === 1
        ? 'einen Monat'
        : `${count} Monate`,
}
