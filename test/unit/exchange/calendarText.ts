/** Calendar texts for tests, written as exporters write them. */

/** A VCALENDAR around components, with CRLF. */
export function calendarText(components: readonly string[], properties: readonly string[] = []): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...properties,
    ...components,
    'END:VCALENDAR',
    '',
  ]
  return lines.join('\r\n')
}

/** A VEVENT of lines; a UID and a stamp are added where none is given. */
export function eventText(...lines: readonly string[]): string {
  const has = (name: string) => lines.some((line) => line.startsWith(name))
  const added = [
    ...(has('UID') ? [] : ['UID:event-1']),
    ...(has('DTSTAMP') ? [] : ['DTSTAMP:20261101T080000Z']),
  ]
  return ['BEGIN:VEVENT', ...added, ...lines, 'END:VEVENT'].join('\r\n')
}

/** A VTIMEZONE of Central Europe as Outlook writes it, under a name. */
export function centralEurope(name: string): string {
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    'BEGIN:STANDARD',
    'DTSTART:16010101T030000',
    'TZOFFSETFROM:+0200',
    'TZOFFSETTO:+0100',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10',
    'END:STANDARD',
    'BEGIN:DAYLIGHT',
    'DTSTART:16010101T020000',
    'TZOFFSETFROM:+0100',
    'TZOFFSETTO:+0200',
    'RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3',
    'END:DAYLIGHT',
    'END:VTIMEZONE',
  ].join('\r\n')
}

/** The calendar of work, with these events. */
export function work(...events: string[]): string {
  return calendarText(events, ['X-WR-CALNAME:Work'])
}
