/** English words: the register of agreements. */
export const agreements = {
  title: 'Agreements',
  add: 'New agreement',
  none: 'Keep master agreements, statements of work and NDAs here, with their dates. You are told in time when one ends or must be given notice, and when work has no agreement behind it.',
  kind: 'Kind',
  name: 'Title',
  parties: 'Other parties',
  partiesHelp: 'Besides you and the client',
  signed: 'Signed on',
  term: 'In force',
  from: 'From',
  to: 'To',
  renewal: 'Renews by',
  renewalHelp: 'Empty where it ends by itself',
  monthsUnit: 'months',
  notice: 'Notice period',
  noticeHelp: 'Before the end of a term',
  daysUnit: 'days',
  confidential: 'Confidential until',
  confidentialTo: (day: string) => `confidential until ${day}`,
  file: 'Document',
  fileNone: 'No document linked',
  fileChoose: 'Choose…',
  fileOpen: 'Open',
  fileOpenOf: (title: string) => `Open the document of ${title}`,
  fileUnlink: 'Remove the link',
  fileHelp: 'The document stays where it is; only its place is kept',
  fileSaveFirst: 'Save to open it',
  files: {
    gone: 'Not found: the document was moved or deleted.',
    refused: 'Headroom opens documents on this computer only: this is another kind of file.',
    failed: 'No program opened the document.',
    none: 'No document is linked.',
  },
  deleted: (title: string) => `“${title}” deleted`,
  undated: 'no dates',
  until: (day: string) => `until ${day}`,
  fromDay: (day: string) => `from ${day}`,
  renews: (months: string, notice: string) => `renews by ${months}, notice until ${notice}`,
  noticePeriod: (days: number) => (days === 1 ? 'one day’s notice' : `${days} days’ notice`),
  states: {
    notYet: 'Not yet',
    inForce: 'In force',
    noticeSoon: 'Notice soon',
    endsSoon: 'Ends soon',
    ended: 'Ended',
  },
  kinds: {
    master: 'Master agreement',
    work: 'Statement of work',
    nda: 'NDA',
    ip: 'IP assignment',
    vendor: 'Vendor contract',
  },
  /** As in “The statement of work with Orbit”. */
  inSentence: {
    master: 'master agreement',
    work: 'statement of work',
    nda: 'NDA',
    ip: 'IP assignment',
    vendor: 'vendor contract',
  },
  months: (count: number) =>
    count % 12 === 0
      ? count === 12
        ? 'a year'
        : `${count / 12} years`
      : count === 1
        ? 'a month'
        : `${count} months`,
}
