/** Words of the first start. */
export const start = {
  title: 'Welcome to Headroom',
  text: 'See what you have promised, whether it fits, and what gives way. Everything stays on this computer.',
  sample: 'Start with a sample practice',
  sampleText: 'Four clients, twelve weeks of work and a week that does not fit. Good for a first look.',
  empty: 'Start empty',
  emptyText: 'Add your first client, and plan from there.',
  calendar: 'Import my calendar (.ics)',
  calendarText: 'Begin with the sessions you already have.',
  tour: 'Show me around in the sample practice',
  file: 'Go on with a file of all data, from another computer…',
  backups: 'There are backups here',
  backupsText: 'The data they are of is not where it was. Restore one to go on from there.',
  working: 'One moment…',
}
