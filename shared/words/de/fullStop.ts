/** A sentence that ends in an abbreviation („27. Nov.“) has one full stop: the abbreviation’s ends it too (Duden, K 3). */
export function oneFullStop(text: string): string {
  return text.replaceAll(/(?<!\.)\.\.(?!\.)/g, '.')
}
