/**
 * Why a command was not carried out: a value, never an exception. `path` names the field or record, `code` the reason
 * in the catalogue (`shared/words`), `params` what its sentence speaks of.
 */
export interface Refusal {
  readonly path: readonly (string | number)[]
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** A refusal of the field at `path`. */
export function refuse(
  path: readonly (string | number)[],
  code: string,
  params: Readonly<Record<string, string | number>> = {},
): Refusal {
  return { path, code, params }
}
