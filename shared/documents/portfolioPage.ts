/**
 * The portfolio of outcomes as one page of HTML that needs nothing else: no script, no picture, no font to fetch.
 * Everything that somebody typed stands in it as text.
 */
import type { Portfolio, PortfolioItem } from '../pipeline/outcomes.ts'
import type { PaperLanguage } from '../plan/fields.ts'
import { formatIn } from '../words/format.ts'
import { paperWordsIn } from '../words/words.ts'
import { timeOf } from './portfolioReport.ts'

/** Text as HTML text, also inside a quoted attribute. What HTML may not hold at all becomes a space. */
export function escaped(text: string): string {
  const signs: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  }
  return text.replace(/[^\P{Cc}\n]|\p{Cs}/gu, ' ').replace(/[&<>"']/g, (sign) => signs[sign] ?? sign)
}

/** The page of a portfolio in a language. */
export function portfolioPage({ heading, business, items }: Portfolio, language: PaperLanguage): string {
  const format = formatIn(language, language)
  const { endedEarly } = paperWordsIn(language).portfolio
  const [name = '', ...reach] = business
  const article = (item: PortfolioItem) => {
    const about = [item.client, timeOf(item, format), ...(item.kind === 'ended' ? [endedEarly] : [])]
    const paragraphs = item.result
      .split(/\n\s*\n/)
      .filter((text) => text.trim() !== '')
      .map((text) => `<p>${escaped(text.trim()).replaceAll('\n', '<br>')}</p>`)
    return [
      '<article>',
      `<h2 dir="auto">${escaped(item.title)}</h2>`,
      `<p class="about" dir="auto">${escaped(about.filter((text) => text !== '').join(' · '))}</p>`,
      ...paragraphs,
      '</article>',
    ].join('\n')
  }
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${escaped(name === '' ? heading : `${heading} · ${name}`)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<header>',
    `<h1 dir="auto">${escaped(heading)}</h1>`,
    ...(name === '' ? [] : [`<p dir="auto">${escaped(name)}</p>`]),
    '</header>',
    '<main>',
    ...items.map(article),
    '</main>',
    ...(reach.length === 0 ? [] : [`<footer dir="auto">${escaped([name, ...reach].join(' · '))}</footer>`]),
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

const STYLE = `
:root { color-scheme: light dark; }
body { max-width: 42rem; margin: 0 auto; padding: 3rem 1.5rem 4rem; font: 1rem/1.6 system-ui, sans-serif;
  color: light-dark(#1d1c1a, #f0efec); background: light-dark(#fff, #191918); overflow-wrap: anywhere; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -0.02em; }
header p, .about, footer { color: light-dark(#5d5a54, #b9b6af); }
header p { margin: 0.3rem 0 0; }
article { margin-top: 2.5rem; padding-top: 1.5rem; border-top: 1px solid light-dark(#e7e6e2, #32322f); }
h2 { margin: 0; font-size: 1.25rem; line-height: 1.3; }
article p { margin: 0.8rem 0 0; }
.about { margin: 0.2rem 0 0; font-size: 0.9rem; }
footer { margin-top: 3rem; font-size: 0.9rem; }
@media print { body { padding: 0; } article { break-inside: avoid; } }
`
