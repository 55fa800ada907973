import { categoriesOf } from '../columns/columns.ts'
import type { OperationContents } from '../operation-file.ts'
import type { Indicator, Measure } from '../records/indicator.ts'

/** Indicators that come with the facts that feed them, with goalposts to argue about. */
export const DEFAULT_INDICATORS: readonly Indicator[] = [
  {
    id: 'violence-rate',
    name: 'Violent incidents',
    measure: 'violenceRate',
    unit: 'per 10,000 people a year',
    lo: 0,
    hi: 5,
    weight: 3,
    orderKey: 'a',
    isHighGood: false,
  },
  {
    id: 'incident-rate',
    name: 'Incidents of any kind',
    measure: 'incidentRate',
    unit: 'per 10,000 people a year',
    lo: 0,
    hi: 10,
    weight: 2,
    orderKey: 'b',
    isHighGood: false,
  },
  {
    id: 'displacement',
    name: 'Displacement',
    measure: 'displacement',
    unit: 'people displaced per 1,000',
    lo: 0,
    hi: 50,
    weight: 2,
    orderKey: 'c',
    isHighGood: false,
  },
  {
    id: 'feel-unsafe',
    name: 'People who feel unsafe',
    measure: 'feelUnsafe',
    unit: 'share of people asked',
    lo: 0,
    hi: 0.6,
    weight: 2,
    orderKey: 'd',
    isHighGood: false,
  },
  {
    id: 'travel-to-town',
    name: 'Travel to the nearest town',
    measure: 'travelToTown',
    unit: 'minutes',
    lo: 30,
    hi: 300,
    weight: 1,
    orderKey: 'e',
    isHighGood: false,
  },
  {
    id: 'people-per-project',
    name: 'People for each community project',
    measure: 'peoplePerProject',
    unit: 'people',
    lo: 1_000,
    hi: 50_000,
    weight: 1,
    orderKey: 'f',
    isHighGood: false,
  },
  {
    id: 'restricted-access',
    name: 'Restricted access',
    measure: 'restrictedAccess',
    unit: 'severity, 0 to 3',
    lo: 0,
    hi: 3,
    weight: 1,
    orderKey: 'g',
    isHighGood: false,
  },
]

/** Indicators that a person may add: what people can reach and must share. Working goalposts. */
export const OFFERED_INDICATORS: readonly Indicator[] = [
  {
    id: 'travel-to-health',
    name: 'Travel to the nearest health post',
    measure: 'travelToHealth',
    unit: 'minutes',
    lo: 30,
    hi: 240,
    weight: 1,
    orderKey: 'h',
    isHighGood: false,
  },
  {
    id: 'people-per-health',
    name: 'People for each health post',
    measure: 'peoplePerHealth',
    unit: 'people',
    lo: 2_000,
    hi: 20_000,
    weight: 1,
    orderKey: 'i',
    isHighGood: false,
  },
  {
    id: 'people-per-school',
    name: 'People for each school',
    measure: 'peoplePerSchool',
    unit: 'people',
    lo: 1_000,
    hi: 10_000,
    weight: 1,
    orderKey: 'j',
    isHighGood: false,
  },
  {
    id: 'people-per-water',
    name: 'People for each water point',
    measure: 'peoplePerWater',
    unit: 'people',
    lo: 250,
    hi: 5_000,
    weight: 1,
    orderKey: 'k',
    isHighGood: false,
  },
]

/**
 * The measures that the facts of an operation can feed. A register that never names a displacement
 * says nothing about displacement, and one of nothing but violence needs no second indicator.
 */
export function measuresWithFacts({ document, columns }: OperationContents): ReadonlySet<Measure> {
  const { tables } = document
  const kinds = new Set([...tables.datasets.values()].map(({ kind }) => kind))
  const classes = new Set([...tables.facilities.values()].map((row) => row.class))
  const categories = incidentCategories({ document, columns })
  const facts: readonly (readonly [Measure, boolean])[] = [
    ['violenceRate', categories.has('violence')],
    ['incidentRate', [...categories].some((category) => category !== 'violence')],
    ['displacement', categories.has('displacement')],
    ['feelUnsafe', kinds.has('surveys')],
    ['travelToTown', kinds.has('roads') && tables.communities.size > 0],
    ['peoplePerProject', tables.projects.size > 0],
    ['restrictedAccess', [...tables.restrictions.values()].some(({ shockId }) => shockId === null)],
    ['travelToHealth', kinds.has('roads') && classes.has('health')],
    ['peoplePerHealth', classes.has('health')],
    ['peoplePerSchool', classes.has('education')],
    ['peoplePerWater', classes.has('water')],
  ]
  return new Set(facts.filter(([, has]) => has).map(([measure]) => measure))
}

function incidentCategories({ document, columns }: OperationContents): ReadonlySet<string> {
  const found = new Set<string>()
  for (const { id, kind } of document.tables.datasets.values()) {
    const batch = kind === 'incidents' ? columns.get(id) : undefined
    if (!batch) continue
    for (const label of categoriesOf(batch, 'category').labels) found.add(label)
  }
  return found
}
