import { LEAST_CELL_COUNT } from '#core/disclosure-limits.ts'
import { metresBetweenDegrees } from '#core/geo/distance.ts'
import type { Community } from '#core/records/community.ts'
import { choiceOf } from '../options.ts'
import type { StudyChoices, StudyFacts, StudyOption, StudyPlace } from '../study.ts'
import { largestCommunities } from './cell-communities.ts'
import { countiesOf } from './counties.ts'

/** How people are parted, whoever they are: by where they live alone. */
export const GROUPING_OPTION = {
  id: 'grouping',
  name: 'Groups',
  type: 'choice',
  choices: [
    { id: 'county', name: 'County' },
    { id: 'settlement', name: 'Kind of settlement' },
    { id: 'distance', name: 'Distance from base' },
  ],
  usual: 'county',
} as const satisfies StudyOption

/** People who live in like places. */
export type PeopleGroup = {
  readonly name: string
  /** Null: it lies in many places. */
  readonly place: StudyPlace | null
  readonly cells: readonly number[]
  readonly peopleCount: number
  /** Too few people to be shown, or so that nobody can work out another group that is. */
  readonly isSuppressed: boolean
}

const CLASS_NAMES: Readonly<Record<Community['class'], string>> = {
  capital: 'Capital',
  countyCapital: 'County capitals',
  districtCapital: 'District capitals',
  town: 'Towns',
  village: 'Villages',
}
const CLASSES = Object.keys(CLASS_NAMES) as Community['class'][]
const EDGES_KILOMETRES = [10, 25, 50, 100] as const

/** The chosen way of parting people: every group somebody lives in, everybody in one of them. */
export function peopleGroups(facts: StudyFacts, choices: StudyChoices): readonly PeopleGroup[] {
  const grouping = choiceOf(GROUPING_OPTION, choices)
  const groups =
    grouping === 'settlement'
      ? partedBy(facts, [...CLASSES.map((each) => CLASS_NAMES[each]), 'No community on record'], {
          groupOf: settlementOf(facts),
        })
      : grouping === 'distance'
        ? partedBy(facts, [...BAND_NAMES, 'No unit stands anywhere'], {
            groupOf: distanceBandOf(facts),
          })
        : countiesOf(facts.ground)
  return suppressed(groups.filter(({ peopleCount }) => peopleCount > 0))
}

/** How the chosen grouping reads: over a column, and in a title. */
export function groupingWords(choices: StudyChoices): {
  readonly column: string
  readonly by: string
} {
  const grouping = choiceOf(GROUPING_OPTION, choices)
  if (grouping === 'settlement') return { column: 'Settlement', by: 'By kind of settlement' }
  if (grouping === 'distance') return { column: 'From base', by: 'By distance from base' }
  return { column: 'County', by: 'By county' }
}

/** Small groups are hidden; one alone would follow from the whole, so the smallest other goes too. */
function suppressed(groups: readonly Omit<PeopleGroup, 'isSuppressed'>[]): PeopleGroup[] {
  const bySize = [...groups].sort((a, b) => a.peopleCount - b.peopleCount)
  const small = bySize.filter(({ peopleCount }) => Math.round(peopleCount) < LEAST_CELL_COUNT)
  const hidden = new Set(small.length === 1 ? bySize.slice(0, 2) : small)
  return groups.map((group) => ({ ...group, isSuppressed: hidden.has(group) }))
}

const BAND_NAMES = [...EDGES_KILOMETRES.keys(), EDGES_KILOMETRES.length].map((band) => {
  const [from, to] = [EDGES_KILOMETRES[band - 1], EDGES_KILOMETRES[band]]
  if (from === undefined) return `Up to ${to} km`
  return to === undefined ? `Over ${from} km` : `${from} to ${to} km`
})

function partedBy(
  { ground: { peopleCount } }: StudyFacts,
  names: readonly string[],
  { groupOf }: { readonly groupOf: (cell: number) => number },
): Omit<PeopleGroup, 'isSuppressed'>[] {
  const cellsOf: number[][] = names.map(() => [])
  for (let cell = 0; cell < peopleCount.length; cell++) cellsOf[groupOf(cell)]!.push(cell)
  return names.map((name, at) => ({
    name,
    place: null,
    cells: cellsOf[at]!,
    peopleCount: cellsOf[at]!.reduce((sum, cell) => sum + peopleCount[cell]!, 0),
  }))
}

/** By the largest community of the cell. */
function settlementOf({ ground, communityClasses }: StudyFacts): (cell: number) => number {
  const largest = largestCommunities(ground)
  return (cell) => {
    const kind = communityClasses[largest[cell]!]
    return kind === undefined ? CLASSES.length : CLASSES.indexOf(kind)
  }
}

/** In a straight line, as what is to be seen is who lives far, not how long it takes. */
function distanceBandOf({ ground: { grid }, bases }: StudyFacts): (cell: number) => number {
  return (cell) => {
    if (bases.length === 0) return EDGES_KILOMETRES.length + 1
    const away = bases.map(([lon, lat]) =>
      metresBetweenDegrees(grid.lonDegrees[cell]!, grid.latDegrees[cell]!, lon, lat),
    )
    const kilometres = Math.min(...away) / 1000
    const band = EDGES_KILOMETRES.findIndex((edge) => kilometres <= edge)
    return band < 0 ? EDGES_KILOMETRES.length : band
  }
}
