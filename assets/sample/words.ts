import type { Language } from '../../shared/plan/fields.ts'

const english = {
  areas: {
    strategy: 'Strategy & roadmap',
    technology: 'Technology evaluation',
    team: 'Team leadership',
    vendors: 'Vendors & contracts',
    risk: 'Risk & security',
    delivery: 'Delivery',
    own: 'Own business',
  },
  engagements: {
    northwind: 'Fractional CTO',
    lumen: 'Technical advisory retainer',
    fable: 'Build platform, fixed price',
    orbit: 'Architecture support',
    harbor: 'Interim CTO',
  },
  deliverables: {
    prototype: 'Milestone 1',
    milestone: 'Milestone 2',
    launch: 'Launch',
    audit: 'Security audit report',
    roadmap: 'Platform roadmap 2027',
  },
  agreements: {
    northwindMaster: 'Services agreement',
    northwindOracle: 'Database licences',
    lumenNda: 'Mutual NDA',
    orbitMaster: 'Master services agreement',
    orbitWork: 'SOW 2, architecture support',
  },
  titles: {
    roadmap: 'Platform roadmap',
    steering: 'Steering committee',
    vendor: 'Vendor review: Oracle',
    hiring: 'Hiring loop',
    report: 'Weekly report',
    oneOnOnes: 'Engineering 1:1s',
    board: 'Board call',
    risk: 'Risk assessment',
    audit: 'Security audit',
    demo: 'Sprint demo',
    notes: 'Architecture notes',
    pipeline: 'Build pipeline',
    milestone: 'Milestone 2',
    scoping: 'Scoping workshop',
    call: 'Architecture call',
    invoicing: 'Invoicing',
    accountant: 'Accountant',
    due: 'Due diligence',
    budget: 'Budget planning',
  },
  pipeline: {
    orbit: 'Building the platform team',
    harbor: 'Cloud migration review',
    event: 'CTO Summit Berlin',
    northwind: {
      name: 'Technical due diligence',
      result:
        'A retailer was about to buy a logistics start-up. Three weeks of interviews, code and cost reading showed which two services had to be rebuilt within a year.\n\nThe price was renegotiated by 15%, and the rebuild was finished on the plan that came with the report.',
    },
    kestrel: {
      name: 'Interim CTO',
      result:
        'The webshop failed on every big sale, and three of nine developers had left. A release each week instead of each quarter, alerts that meant something, and two senior hires.\n\nThe next Black Friday ran without a minute of downtime; the team is led by one of those hires today.',
    },
    tidal: { name: 'Lead of the data platform', reason: 'They hired a full-time lead instead' },
  },
  instalments: { start: 'Kick-off', end: 'Acceptance' },
  expenses: {
    train: 'Train to the kick-off',
    devices: 'Test devices, rented',
    hotel: 'Hotel for the architecture days',
    lunch: 'Lunch with the studio',
    software: 'Drawing software, a month',
  },
  timeOff: 'Long weekend',
  footer: 'Thank you for working with me.',
}

const german: typeof english = {
  areas: {
    strategy: 'Strategie & Roadmap',
    technology: 'Technologiebewertung',
    team: 'Teamführung',
    vendors: 'Lieferanten & Verträge',
    risk: 'Risiko & Sicherheit',
    delivery: 'Umsetzung',
    own: 'Eigenes Geschäft',
  },
  engagements: {
    northwind: 'CTO auf Zeit',
    lumen: 'Technische Beratung, Retainer',
    fable: 'Build-Plattform, Festpreis',
    orbit: 'Architekturberatung',
    harbor: 'Interims-CTO',
  },
  deliverables: {
    prototype: 'Meilenstein 1',
    milestone: 'Meilenstein 2',
    launch: 'Produktivstart',
    audit: 'Bericht Sicherheitsaudit',
    roadmap: 'Plattform-Roadmap 2027',
  },
  agreements: {
    northwindMaster: 'Dienstleistungsvertrag',
    northwindOracle: 'Datenbanklizenzen',
    lumenNda: 'Geheimhaltungsvereinbarung',
    orbitMaster: 'Rahmenvertrag',
    orbitWork: 'Leistungsschein 2, Architektur',
  },
  titles: {
    roadmap: 'Plattform-Roadmap',
    steering: 'Lenkungsausschuss',
    vendor: 'Anbieterprüfung: Oracle',
    hiring: 'Bewerbungsgespräche',
    report: 'Wochenbericht',
    oneOnOnes: 'Einzelgespräche Entwicklung',
    board: 'Vorstandsgespräch',
    risk: 'Risikobewertung',
    audit: 'Sicherheitsaudit',
    demo: 'Sprint-Demo',
    notes: 'Architekturnotizen',
    pipeline: 'Build-Pipeline',
    milestone: 'Meilenstein 2',
    scoping: 'Scoping-Workshop',
    call: 'Architekturgespräch',
    invoicing: 'Rechnungen schreiben',
    accountant: 'Steuerberatung',
    due: 'Due Diligence',
    budget: 'Budgetplanung',
  },
  pipeline: {
    orbit: 'Aufbau des Plattform-Teams',
    harbor: 'Prüfung der Cloud-Migration',
    event: 'CTO Summit Berlin',
    northwind: {
      name: 'Technische Due Diligence',
      result:
        'Ein Händler wollte ein Logistik-Start-up kaufen. Drei Wochen mit Gesprächen, Code und Kosten zeigten, welche zwei Dienste binnen eines Jahres neu zu bauen waren.\n\nDer Preis wurde um 15 % nachverhandelt, und der Neubau wurde nach dem Plan aus dem Bericht fertig.',
    },
    kestrel: {
      name: 'Interims-CTO',
      result:
        'Der Webshop fiel bei jedem großen Verkauf aus, und drei von neun Entwicklern waren gegangen. Jede Woche ein Release statt jedes Quartal, Alarme, die etwas bedeuten, und zwei erfahrene Neue.\n\nDer nächste Black Friday lief ohne eine Minute Ausfall; heute führt eine der beiden das Team.',
    },
    tidal: { name: 'Leitung der Datenplattform', reason: 'Sie stellten eine feste Leitung ein' },
  },
  instalments: { start: 'Projektbeginn', end: 'Abnahme' },
  expenses: {
    train: 'Zug zum Projektbeginn',
    devices: 'Testgeräte, gemietet',
    hotel: 'Hotel für die Architekturtage',
    lunch: 'Mittagessen mit dem Studio',
    software: 'Zeichensoftware, ein Monat',
  },
  timeOff: 'Langes Wochenende',
  footer: 'Vielen Dank für die Zusammenarbeit.',
}

export type SampleWords = typeof english

/** What the sample practice's records are called, in a language. */
export function sampleWords(language: Language): SampleWords {
  return language === 'de' ? german : english
}
