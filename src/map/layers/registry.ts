import { COUNTY_BORDERS } from './county-borders/index.ts'
import type { LayerType } from './layer-type.ts'
import { MOVES } from './moves/index.ts'
import { ROADS } from './roads/index.ts'
import { TOWNS } from './towns/index.ts'
import { UNITS } from './units/index.ts'
import { ZONES } from './zones/index.ts'

/** Every layer type, top first. A new one is a folder beside this and a line here. */
export const LAYER_TYPES: readonly LayerType[] = [MOVES, ZONES, UNITS, TOWNS, ROADS, COUNTY_BORDERS]
