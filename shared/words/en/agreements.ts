/** English words: the register of agreements. */
export const agreements = {
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
