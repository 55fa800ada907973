import { countiesAmong } from '#core/county-level.ts'
import type { OperationDocument } from '#core/document.ts'
import { folded } from '#core/folded.ts'

/** A community or a county as a person writes it. */
export type NamedPlace = {
  readonly label: string
  readonly communityId: string | null
  readonly areaId: string | null
}

/** All communities as "Name, County", and the counties by their names. */
export function namedPlaces({ tables }: OperationDocument): readonly NamedPlace[] {
  const { areas, communities } = tables
  const counties = countiesAmong(areas.values())
  return [
    ...counties.map(({ id, name }) => ({ label: name, communityId: null, areaId: id })),
    ...[...communities.values()].map(({ id, name, areaId }) => {
      const county = areas.get(areaId ?? '')?.name
      return { label: county ? `${name}, ${county}` : name, communityId: id, areaId }
    }),
  ]
}

/** What a row's place is called. */
export function placeLabel(
  { tables }: OperationDocument,
  row: { readonly communityId: string | null; readonly areaId: string | null },
): string {
  const county = tables.areas.get(row.areaId ?? '')?.name
  const community = tables.communities.get(row.communityId ?? '')?.name
  return [community, county].filter(Boolean).join(', ')
}

/** A function that gives the first places whose name begins with a text; names are folded only once. */
export function placeSuggester(
  places: readonly NamedPlace[],
  count = 12,
): (text: string) => readonly NamedPlace[] {
  const names = places.map(({ label }) => folded(label))
  return (text) => {
    const start = folded(text)
    const found: NamedPlace[] = []
    if (start === '') return found
    for (let i = 0; i < names.length && found.length < count; i++) {
      if (names[i]!.startsWith(start)) found.push(places[i]!)
    }
    return found
  }
}

/**
 * The one place that a text names, letter for letter or as names are folded, with its county or
 * without; else why that cannot be told.
 */
export function placeNamed(
  places: readonly NamedPlace[],
  text: string,
): NamedPlace | { readonly why: string } {
  const wanted = folded(text)
  if (wanted === '') return { why: 'Say in which community or county it was.' }
  const exact = places.filter(({ label }) => label === text.trim())
  if (exact.length === 1) return exact[0]!
  const whole = places.filter(({ label }) => folded(label) === wanted)
  const found =
    whole.length > 0
      ? whole
      : places.filter(({ label }) => folded(label.split(',')[0] ?? '') === wanted)
  const [place] = found
  if (!place) return { why: `No community or county is called "${text.trim()}".` }
  return found.length === 1
    ? place
    : { why: `Several communities are called "${text.trim()}". Add the county after a comma.` }
}
