import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The building, ground first. A room opens onto itself and onto rooms on lower floors, only. */
export const FLOORS = [
  ['core'],
  ['analysis', 'formats'],
  ['planner', 'products'],
  ['jobs', 'storage'],
  ['state'],
  ['ui'],
  ['map', 'panels', 'briefing'],
  ['app', 'cli'],
]

/** Packages a room may use; a folder named here overrides its room. What is not listed is not allowed. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: ['zod', '@noble/hashes/'],
  'core/geo': ['@turf/turf', 'h3-js', 'mgrs', 'flatbush', 'kdbush', 'geokdbush'],
  analysis: ['flatqueue', 'flatbush', 'kdbush', 'geokdbush', 'suncalc'],
  formats: [
    'zod',
    'papaparse',
    'fflate',
    'flatbush',
    'saxes',
    'proj4',
    'hyparquet',
    'hyparquet-writer',
    'flatgeobuf/',
  ],
  'formats/geopackage': ['sql.js', 'sql.js/'],
  'formats/pmtiles': ['pmtiles'],
  planner: ['flatqueue'],
  products: [],
  'products/pptx': ['pptxgenjs', 'fflate'],
  jobs: [],
  'jobs/certify': ['highs'],
  storage: ['idb'],
  state: ['zustand'],
  map: [
    'geojson',
    'react',
    'maplibre-gl',
    '@deck.gl/',
    '@luma.gl/',
    'terra-draw',
    'milsymbol',
    'zustand',
    'lucide-react',
  ],
  ui: ['react', 'zustand', 'react-aria-components', 'lucide-react'],
  panels: ['react', 'zustand', 'react-aria-components', 'lucide-react', '@visx/', 'minisearch'],
  briefing: ['react', 'zod', 'zustand', 'react-aria-components', 'lucide-react', '@visx/'],
  app: [
    'geojson',
    'react',
    'react-dom',
    'zustand',
    'react-aria-components',
    'lucide-react',
    '@fontsource/',
    'minisearch',
    'react-hotkeys-hook',
    'maplibre-gl',
  ],
  'app/slide-png': ['fflate'],
  cli: ['node:', '@playwright/test'],
}

export type Import = { readonly file: string; readonly target: string }

/** Every fault of the imports under a folder, `src` or a copy of it elsewhere. */
export function floorFaults(folder: string): string[] {
  return sources(folder)
    .flatMap((file) => importsOf(file, readFileSync(join(folder, '..', file), 'utf8')))
    .map(importFault)
    .filter((fault) => fault !== null)
}

/** Source files, as `src/…`. */
function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join('src', name))
}

function importsOf(file: string, text: string): Import[] {
  const found = text.matchAll(/(?<!')\b(?:from|import)\s*\(?\s*'([^']+)'/g)
  const urls = text.matchAll(/new URL\(\s*'([^']+)'/g)
  return [...found, ...urls].map(([, target]) => ({ file, target: target ?? '' }))
}

function roomOf(file: string): string {
  return file.split('/')[1] ?? ''
}

function floorOf(room: string): number {
  return FLOORS.findIndex((rooms) => rooms.includes(room))
}

function packagesOf(file: string): readonly string[] {
  const folder = file.split('/').slice(1, 3).join('/')
  return [...(PACKAGES[folder] ?? []), ...(PACKAGES[roomOf(file)] ?? [])]
}

function dataFault(file: string): string | null {
  return floorOf(roomOf(file)) === FLOORS.length - 1 ? null : `${file} may not see data/`
}

/** What is wrong with one import; null if it may stand. */
export function importFault({ file, target }: Import): string | null {
  const room = roomOf(file)
  if (target.startsWith('.')) {
    const path = relative('.', join(file, '..', target))
    if (path.startsWith('data/')) return dataFault(file)
    return roomOf(path) === room ? null : `${file} reaches ${target} by a relative path`
  }
  if (target.startsWith('#data/')) return dataFault(file)
  if (target.startsWith('#')) {
    const other = target.slice(1).split('/')[0] ?? ''
    if (floorOf(other) < 0) return `${file} imports from ${target}, which is no room`
    const isAllowed = other === room || floorOf(other) < floorOf(room)
    return isAllowed ? null : `${file} (${room}) may not open onto ${other}`
  }
  const isListed = packagesOf(file).some((name) =>
    name.endsWith('/') || name.endsWith(':')
      ? target.startsWith(name)
      : target === name || target.startsWith(`${name}/`),
  )
  return isListed ? null : `${file} (${room}) may not use the package ${target}`
}

/**
 * Clock, chance, timers, network and process come in as arguments to the floors that have to give
 * the same answer twice. Types of Node reach the compiler there by way of a package, so words are
 * looked for too.
 */
const OUTSIDE =
  /\b(?:Math\.random|Date\.now|performance\.now|new Date\(\)|setTimeout|setInterval|fetch\(|process\.|globalThis|require\()/

/** Files of the floors below jobs and storage that reach outside of their arguments. */
export function outsideFaults(folder: string): string[] {
  return sources(folder).filter((file) => {
    const isPure = floorOf(roomOf(file)) <= floorOf('planner')
    return isPure && OUTSIDE.test(readFileSync(join(folder, '..', file), 'utf8'))
  })
}
