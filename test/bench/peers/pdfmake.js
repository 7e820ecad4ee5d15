import { fileURLToPath } from 'node:url'
import pdfmake from 'pdfmake'
import { measured } from './pdfPeer.js'

/** The invoice as pdfmake's guide sets one, with its own Roboto embedded. */
const font = (cut) =>
  fileURLToPath(new URL(`build/fonts/Roboto/Roboto-${cut}.ttf`, import.meta.resolve('pdfmake/package.json')))
pdfmake.setUrlAccessPolicy?.(() => false)
pdfmake.setLocalAccessPolicy?.(() => true)
pdfmake.setFonts({
  Roboto: {
    normal: font('Regular'),
    bold: font('Medium'),
    italics: font('Italic'),
    bolditalics: font('MediumItalic'),
  },
})

const right = (text) => ({ text, alignment: 'right' })

const document = ({
  title,
  language,
  senderName,
  address,
  facts,
  heading,
  head,
  rows,
  totals,
  gross,
  closing,
  footer,
}) => ({
  pageSize: 'A4',
  pageMargins: [71, 57, 57, 80],
  defaultStyle: { fontSize: 9.5 },
  info: { title },
  language,
  footer: (page, pages) => ({
    margin: [71, 12, 57, 0],
    fontSize: 7,
    columns: [...footer.map((lines) => lines.join('\n')), right(`Page ${page} of ${pages}`)],
  }),
  content: [
    { text: senderName, bold: true, fontSize: 12.5, margin: [0, 0, 0, 50] },
    {
      columns: [
        address.join('\n'),
        { table: { widths: ['*', 'auto'], body: facts.map(({ label, value }) => [label, right(value)]) } },
      ],
    },
    { text: heading, fontSize: 19, bold: true, margin: [0, 26, 0, 17] },
    {
      layout: 'lightHorizontalLines',
      table: {
        headerRows: 1,
        dontBreakRows: true,
        widths: ['auto', '*', 'auto', 'auto', 'auto'],
        body: [
          [head.position, head.text, right(head.quantity), right(head.price), right(head.amount)],
          ...rows.map(({ position, text, quantity, price, amount }) => {
            const [lead, ...more] = text.split('\n')
            return [
              position,
              { stack: [{ text: lead, bold: true }, more.join('\n')] },
              right(quantity),
              right(price),
              right(amount),
            ]
          }),
        ],
      },
    },
    {
      margin: [250, 10, 0, 10],
      table: {
        widths: ['*', 'auto'],
        body: [...totals, gross].map(({ label, value }) => [label, right(value)]),
      },
    },
    ...closing.map((text) => ({ text, margin: [0, 0, 0, 11] })),
  ],
})

await measured((view) => pdfmake.createPdf(document(view)).getBuffer())
