interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createHTML: (text: string) => string | null },
  ) => unknown
}

/**
 * Lets elements be emptied by `innerHTML = ''`, as React Aria's announcer does whenever a date is typed; every other text
 * as markup stays refused (`require-trusted-types-for` in the content policy, which would refuse the empty one too).
 */
export function allowEmptyMarkup(): void {
  const { trustedTypes } = window as Window & { readonly trustedTypes?: TrustedTypes }
  trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) })
}
