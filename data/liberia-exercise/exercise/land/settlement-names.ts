import type { Chance } from '../chance.ts'

/** Names that stand in the drawings of the product; each goes to the village nearest to a place. */
export const FIXED_NAMES: readonly (readonly [
  name: string,
  areaId: string,
  lonDegrees: number,
  latDegrees: number,
])[] = [
  ['Lantern Bridge', 'LR06', -7.78, 5.83],
  ['Copper Bend', 'LR06', -8.0, 6.15],
  ['Upper Marigold Junction', 'LR06', -8.35, 6.0],
  ['Old Ferry Landing', 'LR15', -8.75, 5.3],
  ['Quarry Seven', 'LR08', -10.05, 8.1],
  ['Three Anvils', 'LR12', -8.6, 6.8],
  ['Blue Kettle', 'LR15', -8.95, 5.25],
  ['Harrow Gate', 'LR03', -10.2, 7.35],
  ['Cinder Market', 'LR08', -9.75, 7.8],
  ['St Valentine’s Old Rubber Camp No. 4', 'LR14', -9.3, 5.9],
  ['Ten Umbrellas', 'LR07', -8.2, 4.95],
  ['Lost Thimble', 'LR13', -7.6, 5.45],
]

const FIRST =
  'Amber Anchor Apricot Barley Basket Bellows Birch Brass Bramble Button Candle Chalk Cherry Cinder Clover Cobalt Copper Cork Cotton Crimson Damson Dapple Ember Fennel Fiddle Flint Gable Ginger Granite Hazel Heather Hollow Indigo Ivory Jasper Juniper Kettle Ladle Lantern Lavender Linen Marble Marigold Mallow Meadow Nutmeg Olive Orchard Paper Pebble Pepper Pewter Pigeon Plum Quarry Quill Ribbon Saffron Sable Shingle Silver Slate Sorrel Spindle Sparrow Tallow Teapot Thimble Thistle Timber Tinker Umber Velvet Walnut Wicker Willow Wren'.split(
    ' ',
  )
const SECOND =
  'Acre Bank Bend Bridge Brook Camp Chapel Copse Corner Crossing Dell Farm Ferry Field Ford Garden Gate Green Grove Harbour Heath Hill Hollow Junction Knoll Landing Lane Market Meadow Mill Mound Pass Pond Quay Reach Ridge Rise Row Spring Stile Terrace Vale Wharf Yard'.split(
    ' ',
  )
const NUMBERS = 'Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve'.split(' ')
const THINGS =
  'Anvils Baskets Bells Buckets Candles Chimneys Cousins Doors Drums Feathers Gates Hats Kettles Ladders Lanterns Looms Mirrors Oars Pigeons Saddles Spoons Stools Teapots Tinkers Umbrellas Wells Wheels'.split(
    ' ',
  )
const BEFORE = 'Upper Lower Old New Far Little Great Nether'.split(' ')
const COLOURS = 'Blue Red Green Yellow White Grey Black Crooked Broken Lost Quiet Round'.split(' ')
const OBJECTS =
  'Kettle Wagon Plough Barrel Hammer Ladder Lantern Saddle Compass Almanac Trumpet Umbrella'.split(
    ' ',
  )

const PATTERNS: readonly [weight: number, make: (chance: Chance) => string][] = [
  [60, (chance) => `${chance.pick(FIRST)} ${chance.pick(SECOND)}`],
  [12, (chance) => `${chance.pick(BEFORE)} ${chance.pick(FIRST)} ${chance.pick(SECOND)}`],
  [10, (chance) => `${chance.pick(NUMBERS)} ${chance.pick(THINGS)}`],
  [9, (chance) => `${chance.pick(COLOURS)} ${chance.pick(OBJECTS)}`],
  [9, (chance) => `${chance.pick(SECOND)} ${chance.pick(NUMBERS)}`],
]

/** Plainly invented names, each once, none of the taken ones. */
export function createNamer(chance: Chance, taken: Iterable<string>): () => string {
  const used = new Set([...taken, ...FIXED_NAMES.map(([name]) => name)])
  const weights = PATTERNS.map(([weight]) => weight)
  return () => {
    for (;;) {
      const name = PATTERNS[chance.weighted(weights)]![1](chance)
      const [first, second] = name.split(' ')
      if (used.has(name) || first === second) continue
      used.add(name)
      return name
    }
  }
}
