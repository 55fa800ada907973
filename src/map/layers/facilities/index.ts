import { FACILITY_CLASS_NAMES } from '#core/record-names.ts'
import { FACILITY_CLASSES, type Facility } from '#core/records/facility.ts'
import { INKS } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer } from '../../symbols/icon-layers.ts'
import type { LayerType, Legend, ViewDegrees } from '../layer-type.ts'
import { facilityFacts } from './facility-facts.ts'
import { FACILITY_LETTERS, facilityPainter } from './facility-painters.ts'

/** Clinics, schools, wells and the like as plates with a letter; not dated, shown in every window. */
export const FACILITIES: LayerType = {
  id: 'facilities',
  title: 'Facilities',
  group: 'Facilities',
  isVisibleAtFirst: (place) => place === 'situation',
  opacityShareAtFirst: 1,
  draw: ({ document, theme, scale }, opacityShare) => {
    const list = facilityList(document.tables.facilities)
    return list.length > 0 ? drawn(list, theme, scale, opacityShare) : []
  },
  legend: ({ document, theme }, view) =>
    legendOf(facilityList(document.tables.facilities), theme, view),
  facts: ({ document }, { index }) => {
    const facility = facilityList(document.tables.facilities)[index]
    return facility ? facilityFacts(facility) : null
  },
  find: ({ document }, selection) => {
    if (selection.type !== 'row' || selection.table !== 'facilities') return null
    const list = facilityList(document.tables.facilities)
    const index = list.findIndex(({ id }) => id === selection.id)
    const position = list[index]?.position
    return position ? { index, deckLayerId: 'facilities', position } : null
  },
}

const facilityList = remembered(
  (facilities: ReadonlyMap<string, Facility>): readonly Facility[] => [...facilities.values()],
)

const drawn = remembered(
  (
    list: readonly Facility[],
    theme: Theme,
    ...[scale, opacityShare]: readonly [number, number]
  ) => {
    const icons = new Map<string, Painter>()
    for (const facility of list) icons.set(iconOf(facility), facilityPainter(facility, theme))
    const positionOf = ({ position }: Facility) => position
    return [
      iconLayer({ id: 'facilities', data: list, icons, iconOf, positionOf, scale, opacityShare }),
    ]
  },
)

function iconOf({ class: kind, status }: Facility): string {
  return `${kind} ${status}`
}

function legendOf(
  list: readonly Facility[],
  theme: Theme,
  view: ViewDegrees | null,
): Legend | null {
  if (list.length === 0) return null
  const swatch = { shape: 'square', color: INKS[theme].ink2 } as const
  return {
    swatch,
    counts: { inView: view ? list.filter(isIn(view)).length : null, all: list.length },
    asOf: null,
    expectedEveryHours: null,
    ramp: null,
    lines: FACILITY_CLASSES.map((kind) => ({
      label: `${FACILITY_CLASS_NAMES[kind]}: ${FACILITY_LETTERS[kind]}`,
      swatch,
      count: list.filter((facility) => facility.class === kind).length,
      peopleCount: null,
    })).filter(({ count }) => count > 0),
  }
}

function isIn([west, south, east, north]: ViewDegrees): (facility: Facility) => boolean {
  return ({ position: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north
}
