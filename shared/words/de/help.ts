import type { help as english } from '../en/help.ts'

/** Deutsche Worte: der Rundgang, und was die Worte der App bedeuten. */
export const help: typeof english = {
  title: 'Hilfe',
  intro: 'Headroom sagt, was Sie zugesagt haben, ob es passt, was nachgibt und was Sie abrechnen.',
  startTour: 'Rundgang beginnen',
  startTourText: 'Zwei Minuten durch alle Ansichten, mit dem, was jetzt darin steht. Nichts wird geändert.',
  seeKeys: 'Tastenkürzel ansehen',
  seeKeysText: 'Alles geht mit der Tastatur; die Kürzel lassen sich durchsuchen.',
  words: 'Was die Worte bedeuten',
  find: 'Wort suchen',

  tour: 'Rundgang',
  step: (step, of) => `${step} von ${of}`,
  back: 'Zurück',
  next: 'Weiter',
  end: 'Rundgang beenden',
  done: 'Fertig',
  ended: 'Der Rundgang ist zu Ende. Er steht in der Hilfe, und die Hilfe ist F1.',
  steps: {
    week: {
      title: 'Die Woche, Kunde für Kunde',
      text: 'Eine Zeile ist ein Kunde, eine Spalte ein Tag. Der Kopf eines Tages sagt, wie viel von Ihrer Zeit verplant ist und was bleibt: Ihr Spielraum. Ziehen Sie einen Termin, und Sie sehen vor dem Loslassen, was es bewirkt.',
    },
    attention: {
      title: 'Was zu klären ist',
      text: 'Was nicht gehen kann, wird gezeigt: mit dem Beweis und mit Auswegen, die ausprobiert wurden, bevor sie angeboten werden. Zeigen Sie auf einen, und Sie sehen die Woche, wie sie wäre. Ein Klick führt ihn aus, und er lässt sich zurücknehmen.',
    },
    plan: {
      title: 'Stunden abwärts, Tage nebeneinander',
      text: 'Dieselbe Woche als Kalender. Zeichnen Sie einen Termin, oder schreiben Sie ihn als eine Zeile. Was zugesagt und noch nicht geplant ist, kann Headroom für Sie einplanen: zum Ansehen und Annehmen.',
    },
    horizon: {
      title: 'Die Monate voraus',
      text: 'Wie viel jeder kommenden Woche geplant und zugesagt ist, was endet und was fällig wird. Fragen Sie, ob Sie zu mehr Ja sagen können, oder legen Sie ein „Was wäre, wenn“ darüber.',
    },
    clients: {
      title: 'Was vereinbart ist',
      text: 'Die Seite eines Kunden zeigt Konditionen und Zusagen mit ihrer Geschichte, Arbeitsergebnisse auf einer Roadmap, Verträge mit ihren Kündigungsfristen und was die Arbeit einbringt.',
    },
    pipeline: {
      title: 'Was kommen kann',
      text: 'Aussichten mit dem, was sie brächten, und ob sie passen. Und mit wem Sie in Verbindung bleiben wollen.',
    },
    time: {
      title: 'Was gearbeitet wurde',
      text: 'Ein Stundenzettel, in den man Zeit schreibt, wie man sie eben schreibt; ein Tag, der Taste für Taste bestätigt wird; ein Timer, der nach Lücken fragt; und Auslagen mit ihren Belegen.',
    },
    invoices: {
      title: 'Von der Zeit zum Geld',
      text: 'Aus gearbeiteter Zeit wird ein Entwurf, aus dem Entwurf eine Rechnung mit Nummer und PDF. Offene Beträge, Mahnungen, Gutschriften und Konten folgen daraus.',
    },
    insights: {
      title: 'Wie es lief',
      text: 'Wohin die Stunden gingen, was eine Stunde brachte und wie gut Sie schätzen, jeweils neben dem Zeitraum davor.',
    },
    settings: {
      title: 'Ihres, und nur hier',
      text: 'Arbeitszeiten, Reserve und Erinnerungen stellen Sie hier ein, auch Sicherungen und Verschlüsselung. Ihr Plan bleibt auf diesem Rechner, und nie wird eine Verbindung geöffnet.',
    },
  },

  glossary: {
    agreement: {
      word: 'Vertrag',
      meaning:
        'Ein Dokument, das mit einem Kunden gilt, etwa ein Rahmenvertrag, eine Leistungsbeschreibung oder eine Geheimhaltung, mit Daten, Kündigungsfrist und Verweis auf die Datei.',
    },
    area: {
      word: 'Verantwortungsbereich',
      meaning:
        'Wofür die Zeit da ist: Strategie, Führung, Anbieter, Umsetzung, das eigene Geschäft. Die Liste gehört Ihnen.',
    },
    capacity: { word: 'Kapazität', meaning: 'Ihre Arbeitszeit ohne freie Tage und Feiertage, Tag für Tag.' },
    changeover: {
      word: 'Wechselzeit',
      meaning:
        'Minuten, die Sie zwischen Terminen verschiedener Kunden freihalten, um im anderen Thema anzukommen.',
    },
    client: {
      word: 'Kunde',
      meaning: 'Wer bezahlt. Name, Anschrift, Währung und Zahlungsziel gehören dazu.',
    },
    commitment: {
      word: 'Zusage',
      meaning:
        'Der Anteil Ihrer Zeit, den ein Mandat verspricht: Stunden je Woche, Tage je Woche oder Stunden je Monat.',
    },
    creditNote: {
      word: 'Gutschrift',
      meaning:
        'Was eine gestellte Rechnung berichtigt, die sich selbst nie ändert. Sie hat eine eigene Nummer.',
    },
    deliverable: {
      word: 'Arbeitsergebnis',
      meaning:
        'Ein Stück Arbeit mit Fälligkeit, Schätzung und dem, was davon bleibt. Auf der Roadmap ist es ein Meilenstein.',
    },
    engagement: {
      word: 'Mandat',
      meaning:
        'Eine Abmachung, für einen Kunden zu arbeiten: Konditionen, Zusage, Laufzeit. Ein Kunde kann mehrere haben.',
    },
    flag: {
      word: 'Hinweis',
      meaning:
        'Etwas, das nicht passt oder das Sie wissen sollten, mit Beweis und Auswegen. Er lässt sich mit einer Notiz annehmen.',
    },
    headroom: {
      word: 'Spielraum',
      meaning:
        'Was von einem Tag oder einer Woche bleibt: Kapazität ohne Reserve und ohne das Belegte. Unter null ist zu viel zugesagt.',
    },
    load: {
      word: 'Belegt',
      meaning:
        'Die Minuten aller Termine eines Tages. Eine doppelt belegte Stunde zählt doppelt, denn beides muss getan werden.',
    },
    overcommitment: { word: 'Überlastung', meaning: 'Mehr belegt, als Kapazität und Reserve zulassen.' },
    prospect: {
      word: 'Aussicht',
      meaning:
        'Ein Mandat, das kommen kann, mit seiner Wahrscheinlichkeit. Es belegt keine Zeit, bevor es gewonnen ist.',
    },
    reserve: {
      word: 'Reserve',
      meaning: 'Minuten je Woche, die Sie für das freihalten, was niemand geplant hat.',
    },
    retainer: {
      word: 'Retainer',
      meaning:
        'Stunden zu einem Preis je Monat oder Woche. Nicht Genutztes kann übertragen werden; was darüber hinausgeht, kommt hinzu.',
    },
    scenario: {
      word: 'Szenario',
      meaning: 'Ein „Was wäre, wenn“ über dem Horizont. Es ändert nichts, bis Sie es wahr machen.',
    },
    session: {
      word: 'Termin',
      meaning:
        'Zeit im Kalender für ein Mandat: ungestörte Arbeit, eine Besprechung, ein Weg oder Verwaltung.',
    },
    tentative: {
      word: 'Vorläufig',
      meaning:
        'Ein Termin, der noch nicht sicher ist. Er ist anders gezeichnet als Bestätigtes und gibt zuerst nach.',
    },
    terms: {
      word: 'Konditionen',
      meaning: 'Wie ein Mandat bezahlt wird: nach Stunden, nach Tagen, zum Festpreis oder als Retainer.',
    },
    timeEntry: {
      word: 'Zeiteintrag',
      meaning:
        'Gearbeitete Zeit: aus einem bestätigten Termin, vom Timer oder getippt. Sie wird einmal abgerechnet.',
    },
    timeOff: {
      word: 'Freie Tage',
      meaning: 'Tage oder Teile von Tagen ohne Arbeit. Die Feiertage Ihrer Region gehören dazu.',
    },
  },
}
