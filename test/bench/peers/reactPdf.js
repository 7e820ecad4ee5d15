import { Document, Page, renderToBuffer, StyleSheet, Text, View } from '@react-pdf/renderer'
import { createElement as h } from 'react'
import { measured } from './pdfPeer.js'

/** The invoice as react-pdf's guide sets one, in the fonts that every reader has: none is embedded. */
const styles = StyleSheet.create({
  page: { padding: 57, paddingBottom: 80, fontSize: 9.5 },
  between: { flexDirection: 'row', justifyContent: 'space-between' },
  row: { flexDirection: 'row', borderBottom: '0.5pt solid #d9d6d0', paddingVertical: 6 },
  position: { width: 24 },
  text: { flex: 1 },
  figure: { width: 80, textAlign: 'right' },
  bold: { fontFamily: 'Helvetica-Bold' },
  foot: { position: 'absolute', bottom: 30, left: 57, right: 57, fontSize: 7 },
})
const pair = ({ label, value }) =>
  h(View, { key: label, style: styles.between }, h(Text, null, label), h(Text, null, value))
const cells = (key, fixed, [position, text, ...figures]) =>
  h(
    View,
    { key, style: styles.row, wrap: false, fixed },
    h(Text, { style: styles.position }, position),
    h(View, { style: styles.text }, text),
    ...figures.map((figure, i) => h(Text, { key: i, style: styles.figure }, figure)),
  )

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
}) =>
  h(
    Document,
    { title, language },
    h(
      Page,
      { size: 'A4', style: styles.page },
      h(Text, { style: styles.bold }, senderName),
      h(
        View,
        { style: styles.between },
        h(Text, null, address.join('\n')),
        h(View, { style: { width: 200 } }, facts.map(pair)),
      ),
      h(Text, { style: { fontSize: 19 } }, heading),
      cells('head', true, [head.position, h(Text, null, head.text), head.quantity, head.price, head.amount]),
      rows.map(({ position, text, quantity, price, amount }) => {
        const [lead, ...more] = text.split('\n')
        const words = [h(Text, { key: 0, style: styles.bold }, lead), h(Text, { key: 1 }, more.join('\n'))]
        return cells(position, false, [position, words, quantity, price, amount])
      }),
      h(View, { style: { marginLeft: 250 } }, [...totals, gross].map(pair)),
      closing.map((text) => h(Text, { key: text }, text)),
      h(
        View,
        { style: [styles.between, styles.foot], fixed: true },
        footer.map((lines, i) => h(Text, { key: i }, lines.join('\n'))),
        h(Text, { render: ({ pageNumber, totalPages }) => `Page ${pageNumber} of ${totalPages}` }),
      ),
    ),
  )

await measured((view) => renderToBuffer(document(view)))
