import type { LonLat, MultiPolygon } from '#core/place.ts'
import type { Community } from '#core/records/community.ts'

/** Where a derived file comes from: stands at its head. */
export type Provenance = {
  readonly title: string
  readonly derivedBy: string
  readonly sources: readonly {
    readonly package: string
    readonly version: string
    readonly licence: string
    readonly attribution: string
    readonly use: string
  }[]
}

export type AreaShape = {
  readonly id: string
  readonly name: string
  readonly placeCode: string | null
  readonly isoCode: string | null
  readonly aliases: readonly string[]
  readonly populationCount: number | null
  readonly outline: MultiPolygon
}

export type Town = {
  readonly id: string
  readonly name: string
  readonly class: Community['class']
  readonly areaId: string
  readonly position: LonLat
  /** As GeoNames has it, of no stated year; null: unknown. */
  readonly populationCount: number | null
  readonly aliases: readonly string[]
}

export type Airfield = {
  readonly id: string
  readonly name: string
  readonly icaoCode: string | null
  readonly position: LonLat
  /** 5,000 or 1,500 where the source gives whole five or one minutes of arc, else 500. */
  readonly positionErrorMetres: number
}

export type Label = { readonly name: string; readonly position: LonLat }

export type Land = {
  readonly name: string
  readonly outline: MultiPolygon
}

/** All that is derived for one theatre; each member is one file. */
export type TheatreGeography = {
  readonly areas: { readonly provenance: Provenance; readonly areas: readonly AreaShape[] }
  readonly land: {
    readonly provenance: Provenance
    /** The country itself: coast and frontier. */
    readonly country: Land
    /** Whole, finer near the country; they touch it without a gap. */
    readonly neighbours: readonly Land[]
    /** Other land within some 8°, coarse; drawn below the rest. */
    readonly surroundings: readonly Land[]
    readonly borders: readonly {
      readonly names: readonly string[]
      readonly line: readonly LonLat[]
    }[]
    readonly labels: readonly Label[]
    readonly oceanLabel: Label | null
  }
  readonly towns: { readonly provenance: Provenance; readonly towns: readonly Town[] }
  readonly airfields: { readonly provenance: Provenance; readonly airfields: readonly Airfield[] }
}
