import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** The building, ground first. A room opens onto itself and onto rooms on lower floors, only. */
const FLOORS = [
  ['core'],
  ['analysis', 'formats'],
  ['planner'],
  ['jobs', 'storage'],
  ['state'],
  ['map', 'panels', 'briefing'],
  ['app', 'cli'],
]

/** Packages a room may use; a folder named here overrides its room. What is not listed is not allowed. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  core: ['zod', '@noble/hashes/'],
  'core/geo': ['@turf/turf', 'h3-js', 'mgrs', 'flatbush', 'kdbush', 'geokdbush'],
  analysis: ['flatqueue', 'flatbush', 'kdbush', 'geokdbush'],
  formats: ['zod', 'papaparse', 'fflate', 'shpjs', 'proj4'],
  planner: ['flatqueue'],
  jobs: [],
  storage: ['idb'],
  state: ['zustand'],
  map: [
    'react',
    'maplibre-gl',
    '@deck.gl/',
    '@luma.gl/',
    'terra-draw',
    'milsymbol',
    'zustand',
    'lucide-react',
  ],
  panels: ['react', 'zustand', 'react-aria-components', 'lucide-react', '@visx/', 'minisearch'],
  briefing: ['react', 'zustand', 'react-aria-components', 'lucide-react', '@visx/'],
  app: [
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
  cli: ['node:'],
}

type Import = { readonly file: string; readonly target: string }

function sources(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
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

/** What is wrong with one import; null if it may stand. */
export function importFault({ file, target }: Import): string | null {
  const room = roomOf(file)
  if (target.startsWith('.')) {
    const path = relative('.', join(file, '..', target))
    return roomOf(path) === room || path.startsWith('data/')
      ? null
      : `${file} reaches ${target} by a relative path`
  }
  if (target.startsWith('#data/')) return floorOf(room) === 6 ? null : `${file} may not see data/`
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

describe('floors', () => {
  it('every room opens only onto itself, lower floors and its listed packages', () => {
    const faults = sources('src')
      .flatMap((file) => importsOf(file, readFileSync(file, 'utf8')))
      .map(importFault)
      .filter((fault) => fault !== null)
    expect(faults).toEqual([])
  })

  it('refuses what it should', () => {
    expect(importFault({ file: 'src/core/change.ts', target: '#state/store.ts' })).toContain(
      'may not open',
    )
    expect(importFault({ file: 'src/analysis/a.ts', target: '#formats/csv.ts' })).toContain(
      'may not open',
    )
    expect(importFault({ file: 'src/core/change.ts', target: 'react' })).toContain('may not use')
    expect(importFault({ file: 'src/core/change.ts', target: '@turf/turf' })).toContain(
      'may not use',
    )
    expect(importFault({ file: 'src/core/geo/polygon.ts', target: '@turf/turf' })).toBeNull()
    expect(importFault({ file: 'src/map/draw.ts', target: '../panels/a.tsx' })).toContain(
      'relative',
    )
  })

  it('knows every room there is', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(rooms.map(({ name }) => name).sort()).toEqual(FLOORS.flat().sort())
  })
})
