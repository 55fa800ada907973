import type { LonLat } from '#core/place.ts'
import { FACILITY_CLASS_NAMES } from '#core/record-names.ts'
import { FACILITY_CLASSES, type Facility } from '#core/records/facility.ts'
import { LAYER_BASES } from '#products/ages/layer-bases.ts'
import { INKS } from '../../palette.ts'
import { remembered } from '../../remembered.ts'
import type { Theme } from '../../scene.ts'
import type { Painter } from '../../symbols/atlas.ts'
import { iconLayer } from '../../symbols/icon-layers.ts'
import { signSwatch, stateLines } from '../../symbols/sign-swatches.ts'
import type { LayerType, Legend, ViewDegrees } from '../layer-type.ts'
import { type AccessAt, accessIn } from '../restrictions/access-at.ts'
import { agedShare } from '../scene-age.ts'
import { facilityFacts } from './facility-facts.ts'
import { FACILITY_PICTOGRAMS, facilityPainter, facilityState } from './facility-painters.ts'

/**
 * Clinics, schools, wells and the like as pictograms, marked where they are damaged, closed, or lie in
 * ground that is; not dated, shown in every window.
 */
export const FACILITIES: LayerType = {
  id: 'facilities',
  restsOn: LAYER_BASES.facilities,
  title: 'Facilities',
  group: 'Facilities',
  isVisibleAtFirst: (place) => place === 'situation',
  opacityShareAtFirst: 1,
  draw: (scene, opacityShare) => {
    const list = facilityList(scene.document.tables.facilities)
    const { theme, scale } = scene
    const share = agedShare(scene, FACILITIES.restsOn, opacityShare)
    return list.length > 0 ? drawn(list, accessIn(scene), theme, scale, share) : []
  },
  legend: (scene, view) =>
    legendOf(facilityList(scene.document.tables.facilities), accessIn(scene), scene.theme, view),
  facts: (scene, { index }) => {
    const facility = facilityList(scene.document.tables.facilities)[index]
    return facility ? facilityFacts(facility, accessIn(scene)(facility.position)) : null
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

type AccessOf = (position: LonLat) => AccessAt

const drawn = remembered(
  (
    list: readonly Facility[],
    accessOf: AccessOf,
    theme: Theme,
    ...[scale, opacityShare]: readonly [number, number]
  ) => {
    const icons = new Map<string, Painter>()
    const names = new Map<Facility, string>()
    for (const facility of list) {
      const state = facilityState(facility, accessOf(facility.position).state)
      const name = `${facility.class} ${facility.status} ${state}`
      names.set(facility, name)
      if (!icons.has(name)) icons.set(name, facilityPainter(facility, state, theme))
    }
    return [
      iconLayer({
        id: 'facilities',
        data: list,
        icons,
        iconOf: (facility) => names.get(facility) ?? '',
        positionOf: ({ position }: Facility) => position,
        growsWithZoom: true,
        scale,
        opacityShare,
      }),
    ]
  },
)

function legendOf(
  list: readonly Facility[],
  accessOf: AccessOf,
  ...[theme, view]: readonly [Theme, ViewDegrees | null]
): Legend | null {
  if (list.length === 0) return null
  const look = { ink: INKS[theme].ink2, plate: 'rounded', fill: 'full' } as const
  const unknownCount = list.filter(({ status }) => status === 'unknown').length
  const classLines = FACILITY_CLASSES.map((kind) => ({
    label: FACILITY_CLASS_NAMES[kind],
    swatch: signSwatch(FACILITY_PICTOGRAMS[kind], look),
    count: list.filter((facility) => facility.class === kind).length,
    peopleCount: null,
  })).filter(({ count }) => count > 0)
  const unknown = {
    label: 'not known whether open',
    swatch: signSwatch(FACILITY_PICTOGRAMS.other, { ...look, fill: 'hollow' }),
    count: unknownCount,
    peopleCount: null,
  }
  return {
    swatch: signSwatch(FACILITY_PICTOGRAMS.other, look),
    counts: { inView: view ? list.filter(isIn(view)).length : null, all: list.length },
    ramp: null,
    lines: [
      ...classLines,
      ...(unknownCount > 0 ? [unknown] : []),
      ...stateLines(
        list.map((facility) => facilityState(facility, accessOf(facility.position).state)),
        theme,
      ),
    ],
  }
}

function isIn([west, south, east, north]: ViewDegrees): (facility: Facility) => boolean {
  return ({ position: [lon, lat] }) => lon >= west && lon <= east && lat >= south && lat <= north
}
