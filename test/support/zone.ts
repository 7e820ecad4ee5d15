/** Runs before every test file: a process that does not live in the zone its project names would test nothing new. */
const zone = process.env.TZ
const clock = new Intl.DateTimeFormat('en', {
  timeZone: zone,
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
})

for (const month of [0, 6]) {
  const noon = clock.format(new Date(2026, month, 15, 12))
  if (zone === undefined || noon !== '12:00') throw new Error(`noon of this process is ${noon} in ${zone}`)
}
