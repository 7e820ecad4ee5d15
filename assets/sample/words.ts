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
    milestone: 'Milestone 2',
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
    milestone: 'Meilenstein 2',
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
  timeOff: 'Langes Wochenende',
  footer: 'Vielen Dank für die Zusammenarbeit.',
}

export type SampleWords = typeof english

/** What the sample practice's records are called, in a language. */
export function sampleWords(language: Language): SampleWords {
  return language === 'de' ? german : english
}
