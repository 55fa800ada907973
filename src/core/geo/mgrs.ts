import * as packaged from 'mgrs'

type Mgrs = Pick<typeof packaged, 'forward' | 'toPoint'>

const faces: Mgrs & { readonly default?: Mgrs } = packaged

/** The package by its two faces: bundlers are given its named exports, Node only a default one. */
export const mgrs: Mgrs = faces.default ?? faces
