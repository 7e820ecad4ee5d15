/**
 * Minor units from an amount as people type it, in either writing: `1240`, `1,240.50`, `1.240,50`, `1 240,5`. The last
 * mark followed by at most `digits` figures is the decimal mark; marks between groups of three are grouping. Exact:
 * no floating point. Null for what is no amount, or has more decimals than the currency.
 */
export function parseMoney(text: string, digits: number): number | null {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f'’]/g, '')
    .replaceAll(/[^\d.,\u2212-]/g, '')
    .replace('\u2212', '-')
  const parts = /^(-?)(\d[\d.,]*|\d*)$/.exec(plain)
  if (parts === null || !/\d/.test(plain)) return null
  const figures = parts[2] ?? ''
  const last = Math.max(figures.lastIndexOf('.'), figures.lastIndexOf(','))
  const after = last < 0 ? '' : figures.slice(last + 1)
  const mark = figures[last]
  const marks = [...figures].filter((c) => c === mark).length
  const isDecimal = last >= 0 && marks === 1 && after.length <= digits
  const whole = isDecimal ? figures.slice(0, last) : figures
  if (!isDecimal && last >= 0 && !/^\d{1,3}([.,]\d{3})+$/.test(figures)) return null
  if (isDecimal && !/^\d*$/.test(whole) && !/^\d{1,3}([.,]\d{3})+$/.test(whole)) return null
  const minor = Number(whole.replaceAll(/[.,]/g, '') + (isDecimal ? after : '').padEnd(digits, '0'))
  if (!Number.isSafeInteger(minor)) return null
  return parts[1] === '-' && minor !== 0 ? -minor : minor
}
