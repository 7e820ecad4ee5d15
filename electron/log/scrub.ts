/**
 * Text for the log with what could name a client or an amount taken out: whatever stands in quotes, mail addresses,
 * numbers with decimals or of more than three digits, and the folders of paths. Places in the code stay readable.
 */
export function scrub(text: string): string {
  return text
    .replace(/(?:file:\/\/|app:\/\/headroom)?(?:[A-Za-z]:)?[\\/][^\s:()'"]*[\\/]([^\s\\/:()'"]+)/g, '$1')
    .replace(/(["'`„“«])[^"'`“”»\n]*(["'`“”»])/g, '$1…$2')
    .replace(/[^\s@]+@[^\s@]+/g, '…@…')
    .replace(/(?<![\w:.-])\d+[.,]\d+(?![\w])/g, '#')
    .replace(/(?<![\w:.-])\d{4,}(?![\w])/g, '#')
}
