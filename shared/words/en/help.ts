/** English words: the tour, and what the words of the app mean. */
export const help = {
  title: 'Help',
  intro: 'Headroom tells what you have promised, whether it fits, what gives way, and what you bill.',
  startTour: 'Take the tour',
  startTourText: 'Two minutes through every screen, with what is in them now. Nothing is changed.',
  seeKeys: 'See the keyboard shortcuts',
  seeKeysText: 'Everything can be done by keys; they can be searched.',
  words: 'What the words mean',
  find: 'Find a word',

  tour: 'Tour',
  step: (step: number, of: number) => `${step} of ${of}`,
  back: 'Back',
  next: 'Next',
  end: 'End the tour',
  done: 'Done',
  ended: 'The tour is over. It is in the help, and help is F1.',
  steps: {
    week: {
      title: 'The week, client by client',
      text: 'A row is a client, a column a day. The head of a day says what is planned of what you have, and what is left: your headroom. Drag a session and see what the drop would do before you let go.',
    },
    attention: {
      title: 'What needs attention',
      text: 'What cannot work is flagged, with the proof and ways out that were tried before they are offered. Point at one to see the week as it would be. Press it, and undo it if you like.',
    },
    plan: {
      title: 'Hours down, days across',
      text: 'The same week as a calendar. Draw a session, or write it as one line. What is promised and not planned yet can be placed for you, to look at and accept.',
    },
    horizon: {
      title: 'The months ahead',
      text: 'How much of each coming week is planned and promised, what ends, and what is due. Ask whether you can say yes to more, or lay a “what if” over it.',
    },
    clients: {
      title: 'What you have agreed',
      text: 'A client’s page has terms and commitments with their history, deliverables on a roadmap, agreements with their notice dates, and what the work brings.',
    },
    pipeline: {
      title: 'What may come',
      text: 'Prospects with what they would bring and whether they fit, and whom to stay in touch with.',
    },
    time: {
      title: 'What was worked',
      text: 'A timesheet typed as people write time, a day confirmed key by key, a timer that asks about gaps, and expenses with their receipts.',
    },
    invoices: {
      title: 'From time to money',
      text: 'Worked time becomes a draft, the draft an invoice with its number and its PDF. What is owed, reminders, credit notes and accounts follow from there.',
    },
    insights: {
      title: 'How it went',
      text: 'Where the hours went, what an hour brought, and how good your estimates are, each beside the period before.',
    },
    settings: {
      title: 'Yours, and only here',
      text: 'Working hours, reserve and reminders are set here. So are backups and encryption: your plan stays on this computer, and no connection is ever opened.',
    },
  },

  glossary: {
    agreement: {
      word: 'Agreement',
      meaning:
        'A document in force with a client, such as a master agreement, a statement of work or an NDA, with its dates, its notice period and a link to the file.',
    },
    area: {
      word: 'Area of responsibility',
      meaning:
        'What the time is for: strategy, leadership, vendors, delivery, your own business. The list is yours to change.',
    },
    capacity: {
      word: 'Capacity',
      meaning: 'Your working hours less time off and public holidays, day by day.',
    },
    changeover: {
      word: 'Changeover',
      meaning: 'Minutes that you keep between sessions of different clients, to arrive in the other subject.',
    },
    client: { word: 'Client', meaning: 'Who pays. Name, address, currency and payment terms belong to it.' },
    commitment: {
      word: 'Commitment',
      meaning:
        'The share of your time that an engagement promises, in hours a week, days a week or hours a month.',
    },
    creditNote: {
      word: 'Credit note',
      meaning: 'What corrects an issued invoice, which itself never changes. It has a number of its own.',
    },
    deliverable: {
      word: 'Deliverable',
      meaning:
        'A piece of work with a due date, an estimate, and what remains of it. On the roadmap it is a milestone.',
    },
    engagement: {
      word: 'Engagement',
      meaning:
        'One agreement to work for a client: its terms, its commitment, its dates. A client may have several.',
    },
    flag: {
      word: 'Flag',
      meaning:
        'One thing that does not fit or should be known, with its proof and its ways out. It can be accepted with a note.',
    },
    headroom: {
      word: 'Headroom',
      meaning:
        'What is left of a day or a week: capacity less reserve less load. Below zero you are overcommitted.',
    },
    load: {
      word: 'Load',
      meaning:
        'The minutes of all sessions of a day. An hour that is booked twice counts twice, since both must be done.',
    },
    overcommitment: {
      word: 'Overcommitment',
      meaning: 'More load than capacity and reserve leave room for.',
    },
    prospect: {
      word: 'Prospect',
      meaning: 'An engagement that may come, with its probability. It takes no time before it is won.',
    },
    reserve: { word: 'Reserve', meaning: 'Minutes a week that you keep free for what nobody planned.' },
    retainer: {
      word: 'Retainer',
      meaning:
        'Hours for a price each month or week. What is not used may roll over; what is used beyond is overage.',
    },
    scenario: {
      word: 'Scenario',
      meaning: 'A “what if” over the horizon. It changes nothing until you make it real.',
    },
    session: {
      word: 'Session',
      meaning: 'Time on the calendar for an engagement: focused work, a meeting, travel or administration.',
    },
    tentative: {
      word: 'Tentative',
      meaning:
        'A session that is not sure yet. It is shown apart from what is confirmed, and gives way first.',
    },
    terms: {
      word: 'Terms',
      meaning: 'How an engagement is paid: by the hour, by the day, at a fixed price, or as a retainer.',
    },
    timeEntry: {
      word: 'Time entry',
      meaning: 'Time that was worked: from a confirmed session, the timer, or typed. It is billed once.',
    },
    timeOff: {
      word: 'Time off',
      meaning: 'Days or parts of days without work. Public holidays of your region are among them.',
    },
  },
}
