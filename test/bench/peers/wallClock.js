/** The wall clock some minutes after another of the same day or the next. */
export function endOf(start, minutes) {
  const end = new Date(`${start}:00Z`)
  end.setUTCMinutes(end.getUTCMinutes() + minutes)
  return end.toISOString().slice(0, 16)
}
