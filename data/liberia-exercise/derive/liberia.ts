import type { AreaRecipe, TheatreRecipe } from './recipe.ts'

/** Codes of OCHA and ISO 3166-2, spellings met in files, and the final census of 2008. */
const COUNTIES: readonly (readonly [string, string, string, number, ...string[]])[] = [
  ['Bomi', 'LR01', 'LR-BM', 84_119, 'Bomi County'],
  ['Bong', 'LR02', 'LR-BG', 333_481, 'Bong County'],
  ['Gbarpolu', 'LR03', 'LR-GP', 83_388, 'Gbapolu', 'Gbarpolu County'],
  ['Grand Bassa', 'LR04', 'LR-GB', 221_693, 'Grand Bassa County'],
  ['Grand Cape Mount', 'LR05', 'LR-CM', 127_076, 'Cape Mount', 'Grand Cape Mount County'],
  ['Grand Gedeh', 'LR06', 'LR-GG', 125_258, 'Grand Gedeh County'],
  ['Grand Kru', 'LR07', 'LR-GK', 57_913, 'Grand Kru County'],
  ['Lofa', 'LR08', 'LR-LO', 276_863, 'Lofa County'],
  ['Margibi', 'LR09', 'LR-MG', 209_923, 'Margibi County'],
  ['Maryland', 'LR10', 'LR-MY', 135_938, 'Maryland County'],
  ['Montserrado', 'LR11', 'LR-MO', 1_118_241, 'Montserrado County'],
  ['Nimba', 'LR12', 'LR-NI', 462_026, 'Nimba County'],
  ['River Gee', 'LR13', 'LR-RG', 66_789, 'River Gbeh', 'River Gee County'],
  ['Rivercess', 'LR14', 'LR-RI', 71_509, 'River Cess', 'RiverCess', 'River Cess County'],
  ['Sinoe', 'LR15', 'LR-SI', 102_391, 'Sinoe County'],
]

/** Liberia. Ganta stands twice in the gazetteer, once 50 km east of where it is. */
export const LIBERIA: TheatreRecipe = {
  country: { name: 'Liberia', alpha3: 'LBR', numeric: '430' },
  alpha2: 'LR',
  neighbours: [
    { name: 'Guinea', alpha3: 'GIN', numeric: '324' },
    { name: 'Sierra Leone', alpha3: 'SLE', numeric: '694' },
    { name: 'Côte d’Ivoire', alpha3: 'CIV', numeric: '384' },
  ],
  oceanName: 'Atlantic Ocean',
  areas: COUNTIES.map(
    ([name, placeCode, isoCode, populationCount, ...aliases]): AreaRecipe => ({
      name,
      placeCode,
      isoCode,
      aliases,
      populationCount,
    }),
  ),
  trueTownPositions: { Ganta: [-8.98444, 7.235] },
  toleranceDegrees: 0.0015,
}
