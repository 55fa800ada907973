import type { Lived } from '../equity.ts'

/** How many people get how long a way. */
export type PeopleByBand = {
  /** One more than edges: up to the first edge, up to the next …, over the last. */
  readonly peopleCounts: readonly number[]
  /** People whom no way reaches: in no band. */
  readonly unreachedPeopleCount: number
}

/**
 * People by band of minutes; who lives exactly at an edge is within it.
 *
 * @param edgesMinutes ascending.
 * @param cells those that count; left out: all.
 */
export function peopleByBand(
  { values, people }: Lived,
  edgesMinutes: readonly number[],
  cells: Iterable<number> = Array.from({ length: values.length }, (_, cell) => cell),
): PeopleByBand {
  const peopleCounts = new Array<number>(edgesMinutes.length + 1).fill(0)
  let unreachedPeopleCount = 0
  for (const cell of cells) {
    const count = people[cell]!
    if (!(count > 0)) continue
    const minutes = values[cell]!
    if (Number.isNaN(minutes)) {
      unreachedPeopleCount += count
      continue
    }
    const band = edgesMinutes.findIndex((edge) => minutes <= edge)
    peopleCounts[band < 0 ? edgesMinutes.length : band]! += count
  }
  return { peopleCounts, unreachedPeopleCount }
}

/** Share of all people, those out of reach among them, who are within so many minutes. NaN without people. */
export function shareWithin(lived: Lived, minutes: number): number {
  const { peopleCounts, unreachedPeopleCount } = peopleByBand(lived, [minutes])
  const [within, beyond] = peopleCounts
  return within! / (within! + beyond! + unreachedPeopleCount)
}

/**
 * The least value that so large a share of the people have at most; people of unknown value (NaN) are
 * left out, infinite ones are not. NaN without people.
 */
export function peopleQuantile({ values, people }: Lived, share: number): number {
  const places = Array.from({ length: values.length }, (_, place) => place)
    .filter((place) => people[place]! > 0 && !Number.isNaN(values[place]!))
    .sort((a, b) => (values[a]! < values[b]! ? -1 : values[a]! > values[b]! ? 1 : a - b))
  const wanted = share * places.reduce((sum, place) => sum + people[place]!, 0)
  let held = 0
  for (const place of places) {
    held += people[place]!
    if (held >= wanted) return values[place]!
  }
  return places.length > 0 ? values[places.at(-1)!]! : Number.NaN
}
