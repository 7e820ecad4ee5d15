const text = /^[A-Za-z0-9._:-]{1,80}$/

/** Whether a text can be a record's identity: 1 to 80 of these characters, and no name that every object has already. */
export function isId(id: string): boolean {
  return text.test(id) && id !== '__proto__' && id !== 'constructor'
}
