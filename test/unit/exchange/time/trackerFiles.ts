/** Exports as the trackers write them, from their documented columns: the same two hours and a half for Northwind. */

/** Lines with a line end each. */
export const table = (...lines: readonly string[]) => `${lines.join('\n')}\n`

export const toggl = table(
  'User,Email,Client,Project,Task,Description,Billable,Start date,Start time,End date,End time,Duration,Tags,Amount (EUR)',
  'Ann,ann@example.com,Northwind,Fractional CTO,Review,"Roadmap, draft",Yes,2026-11-23,09:00:00,2026-11-23,10:30:00,01:30:00,"board, q4",180.00',
  'Ann,ann@example.com,,,,Taxes,No,2026-11-24,23:30:00,2026-11-25,00:30:00,01:00:00,,',
)

/** Every field in quotes, no amount. */
export const togglQuoted = table(
  '"User","Email","Client","Project","Task","Description","Billable","Start date","Start time","End date","End time","Duration","Tags"',
  '"Ann","ann@example.com","Northwind","Fractional CTO","Review","Roadmap, draft","Yes","2026-11-23","09:00:00","2026-11-23","10:30:00","01:30:00","board, q4"',
  '"Ann","ann@example.com","","","","Taxes","No","2026-11-24","23:30:00","2026-11-25","00:30:00","01:00:00",""',
)

const clockifyHead =
  'Project,Client,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)'

const clockifyRows = (day: string, next: string, end: string, nine: string, half: string) => [
  `Fractional CTO,Northwind,"Roadmap, draft",Review,Ann,,ann@example.com,"board, q4",Yes,${day},${nine},${day},${half},01:30:00,1.50,120.00,180.00`,
  `,,Taxes,,Ann,,ann@example.com,,No,${next},11:30:00 PM,${end},12:30:00 AM,01:00:00,1.00,0.00,0.00`,
]

/** The seven variants of Clockify's detailed report. */
export const clockify = {
  base: table(
    clockifyHead,
    ...clockifyRows('11/23/2026', '11/24/2026', '11/25/2026', '09:00:00 AM', '10:30:00 AM'),
  ),
  dayFirst: table(
    clockifyHead,
    ...clockifyRows('23/11/2026', '24/11/2026', '25/11/2026', '09:00 AM', '10:30 AM'),
  ),
  newer: table(
    `${clockifyHead},Type,Invoiced,Invoice ID,Date of creation`,
    ...clockifyRows('11/23/2026', '11/24/2026', '11/25/2026', '09:00:00 AM', '10:30:00 AM').map(
      (row) => `${row},Regular,No,,11/26/2026`,
    ),
    ',,Lunch,,Ann,,ann@example.com,,No,11/23/2026,12:00:00 PM,11/23/2026,12:30:00 PM,00:30:00,0.50,0.00,0.00,Break,No,,11/26/2026',
  ),
  noClient: table(
    'Project,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Billable Rate (USD),Billable Amount (USD)',
    'Fractional CTO,"Roadmap, draft",Review,Ann,,ann@example.com,"board, q4",Yes,11/23/2026,09:00:00 AM,11/23/2026,10:30:00 AM,01:30:00,1.50,120.00,180.00',
    ',Taxes,,Ann,,ann@example.com,,No,11/24/2026,11:30:00 PM,11/25/2026,12:30:00 AM,01:00:00,1.00,0.00,0.00',
  ),
  noBillable: table(
    'Project,Client,Description,Task,User,Group,Email,Tags,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal)',
    'Fractional CTO,Northwind,"Roadmap, draft",Review,Ann,,ann@example.com,"board, q4",11/23/2026,09:00:00 AM,11/23/2026,10:30:00 AM,01:30:00,1.50',
    ',,Taxes,,Ann,,ann@example.com,,11/24/2026,11:30:00 PM,11/25/2026,12:30:00 AM,01:00:00,1.00',
  ),
  /** Client is the last column, and the rows are one field short. */
  clientLast: table(
    'Project,Description,Task,User,Group,Email,Tags,Billable,Start Date,Start Time,End Date,End Time,Duration (h),Duration (decimal),Client',
    'Fractional CTO,"Roadmap, draft",Review,Ann,,ann@example.com,"board, q4",Yes,11/23/2026,09:00:00 AM,11/23/2026,10:30:00 AM,01:30:00,1.50',
    ',Taxes,,Ann,,ann@example.com,,No,11/24/2026,11:30:00 PM,11/25/2026,12:30:00 AM,01:00:00,1.00',
  ),
  activity: table(
    clockifyHead.replace(',Task,', ',Activity,'),
    ...clockifyRows('11/23/2026', '11/24/2026', '11/25/2026', '09:00', '10:30').map((row) =>
      row.replace('11:30:00 PM', '23:30').replace('12:30:00 AM', '00:30'),
    ),
  ),
} as const

/** Hours and money with a comma, no clock times, the name in two columns. */
export const harvest = table(
  'Date,Client,Project,Project Code,Task,Notes,Hours,Billable?,Invoiced?,Approved?,First Name,Last Name,Roles,Employee?,Billable Rate,Billable Amount,Cost Rate,Cost Amount,Currency,External Reference URL',
  '2026-11-23,Northwind,Fractional CTO,NW,Review,"Roadmap, draft","1,5",Yes,No,No,Ann,Lee,,Yes,"120,0","180,0","0,0","0,0",Euro - EUR,',
  '2026-11-24,,,,,Taxes,"1,0",No,No,No,Ann,Lee,,Yes,"0,0","0,0","0,0","0,0",Euro - EUR,',
)

export const kimai = table(
  'Date,From,To,Email,User,Project,Customer,Activity,Duration,Tags,Exported,Rate,HourlyRate,InternalRate,FixedRate,Billable,Description,meta.ticket',
  '2026-11-23,09:00:00,10:30:00,ann@example.com,Ann,Fractional CTO,Northwind,Review,5400,"board, q4",0,180,120,0,0,1,"Roadmap, draft",X-1',
  '2026-11-24,23:30:00,00:30:00,ann@example.com,Ann,,,,3600,,0,0,0,0,0,0,Taxes,',
)

export const solidtime = table(
  'description,billable,client,project,tags,start,end,task,user_name,user_email',
  '"Roadmap, draft",true,Northwind,Fractional CTO,"board, q4",2026-11-23T08:00:00Z,2026-11-23T09:30:00Z,Review,Ann,ann@example.com',
  'Taxes,false,,,,2026-11-24T22:30:00Z,2026-11-24T23:30:00Z,,Ann,ann@example.com',
)

/** A German spreadsheet: semicolons, day first, decimal commas. */
export const spreadsheet = table(
  'Datum;Kunde;Projekt;Tätigkeit;Beschreibung;Stunden;Abrechenbar',
  '23.11.2026;Northwind;Fractional CTO;Review;Roadmap, draft;1,5;ja',
  '24.11.2026;;;;Taxes;1,0;nein',
)
