import type { LayerType } from './layer-type.ts'

/** Every layer type, top first. A new one is a folder beside this and a line here. */
export const LAYER_TYPES: readonly LayerType[] = []
