import { describe, expect, it } from 'vitest'
import { escaped, portfolioPage } from '../../../shared/documents/portfolioPage.ts'
import { portfolioReport } from '../../../shared/documents/portfolioReport.ts'
import type { Portfolio } from '../../../shared/pipeline/outcomes.ts'
import { aPlan } from '../../support/builders.ts'

const portfolio: Portfolio = {
  heading: 'Work & results',
  business: ['Alex <Marsh>', 'alex@marsh.example'],
  items: [
    {
      title: 'CTO <script>alert(1)</script>',
      client: 'R&D "Lumen"',
      from: '2025-02-10',
      to: '2025-06-30',
      kind: 'completed',
      result: 'Before:\nslow.\n\nAfter: <b>fast</b>.',
    },
    { title: 'Audit', client: '', from: null, to: '2024-12-31', kind: 'ended', result: '' },
  ],
}

describe('the portfolio as a web page', () => {
  const page = portfolioPage(portfolio, 'en')

  it('holds what was typed as text, paragraph by paragraph', () => {
    const body = page.slice(page.indexOf('<body>'))
    expect(body).toBe(
      [
        '<body>',
        '<header>',
        '<h1 dir="auto">Work &amp; results</h1>',
        '<p dir="auto">Alex &lt;Marsh&gt;</p>',
        '</header>',
        '<main>',
        '<article>',
        '<h2 dir="auto">CTO &lt;script&gt;alert(1)&lt;/script&gt;</h2>',
        '<p class="about" dir="auto">R&amp;D &quot;Lumen&quot; · February 2025 – June 2025</p>',
        '<p>Before:<br>slow.</p>',
        '<p>After: &lt;b&gt;fast&lt;/b&gt;.</p>',
        '</article>',
        '<article>',
        '<h2 dir="auto">Audit</h2>',
        '<p class="about" dir="auto">December 2024 · ended early</p>',
        '</article>',
        '</main>',
        '<footer dir="auto">Alex &lt;Marsh&gt; · alex@marsh.example</footer>',
        '</body>',
        '</html>',
        '',
      ].join('\n'),
    )
  })

  it('needs nothing else and lets nothing run', () => {
    expect(page).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`)
    expect(page.match(/<script|src=|href=|url\(|@import/g)).toBeNull()
  })

  it('what HTML may not hold becomes a space', () => {
    expect(escaped('a\u0000b\u001bc\ud800d\ne')).toBe('a b c d\ne')
  })
})

describe('the portfolio on paper', () => {
  it('is one table in the language that was chosen, a long text in rows of its own', () => {
    const long = {
      ...portfolio,
      items: [{ ...(portfolio.items[1] ?? never()), result: 'Wort '.repeat(300) }],
    }
    const report = portfolioReport(aPlan(), long, 'de')
    const [table] = report.parts
    if (table?.kind !== 'table') throw new Error('no table')
    expect([report.heading, report.sender, report.footer, table.columns.map(({ label }) => label)]).toEqual([
      'Work & results',
      'Alex <Marsh>',
      'Alex <Marsh> · alex@marsh.example',
      ['Wann', 'Ergebnis'],
    ])
    const cells = table.rows.map((row) => row.cells)
    expect(cells[0]).toEqual(['Dezember 2024', expect.stringMatching(/^Audit · vorzeitig beendet\nWort /)])
    expect(cells.slice(1).every(([time]) => time === '')).toBe(true)
    expect(
      cells
        .map(([, text]) => text)
        .join(' ')
        .match(/Wort/g),
    ).toHaveLength(300)
  })
})

function never(): never {
  throw new Error('no item')
}
