import { access } from './access.ts'
import { app } from './app.ts'
import type { BenchRow } from './bench-row.ts'
import { compare } from './compare.ts'
import { drag } from './drag.ts'
import { imports } from './imports.ts'
import { need } from './need.ts'
import { planner } from './planner.ts'
import { products } from './products.ts'
import { reach } from './reach.ts'
import { slideChanges } from './slide-changes.ts'
import { slidePictures } from './slide-pictures.ts'
import { storage } from './storage.ts'
import { stress } from './stress.ts'
import { zones } from './zones.ts'

/** Every bench by name; names on the command line choose. */
const BENCHES: Readonly<Record<string, () => Promise<readonly BenchRow[]>>> = {
  reach,
  access,
  need,
  zones,
  compare,
  planner,
  stress,
  imports,
  products,
  storage,
  app,
  drag,
  pictures: slidePictures,
  slides: slideChanges,
}

/** Figures to be read beside their targets; a machine that is shared is noisy, so look at ratios. */
async function main(): Promise<void> {
  const asked = process.argv.slice(2)
  const unknown = asked.filter((name) => !(name in BENCHES))
  if (unknown.length > 0) {
    console.error(`There is no bench "${unknown[0]}"; there is ${Object.keys(BENCHES).join(', ')}.`)
    process.exitCode = 2
    return
  }
  for (const [name, bench] of Object.entries(BENCHES)) {
    if (asked.length > 0 && !asked.includes(name)) continue
    console.log(`\n${name}`)
    for (const row of await bench()) {
      const figures = Object.entries(row.figures).map(
        ([label, value]) => `${label} ${shown(value)}`,
      )
      console.log(`  ${row.name}: ${figures.join(' · ')}`)
    }
  }
}

function shown(value: string | number): string {
  if (typeof value === 'string') return value
  return Number.isInteger(value) ? String(value) : value.toFixed(2)
}

await main()
