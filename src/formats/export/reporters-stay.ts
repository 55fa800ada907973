/**
 * That who reported stays here, where something is reported in what leaves; else null.
 *
 * @param leaving what is reported in each table, "an incident"; null: nothing.
 */
export function reportersStay(
  leaving: readonly { readonly reported: string | null }[],
): string | null {
  const things = [...new Set(leaving.flatMap(({ reported }) => reported ?? []))]
  const last = things.pop()
  if (last === undefined) return null
  const listed = things.length === 0 ? last : `${things.join(', ')} or ${last}`
  return `Who reported ${listed} is never exported.`
}
