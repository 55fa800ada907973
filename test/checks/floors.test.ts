import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FLOORS, floorFaults, importFault, outsideFaults } from './floors.ts'

describe('floors', () => {
  it('every room opens only onto itself, lower floors and its listed packages', () => {
    expect(floorFaults('src')).toEqual([])
  })

  it('takes clock, chance and network as arguments up to the planner', () => {
    expect(outsideFaults('src')).toEqual([])
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
    for (const target of ['#data/liberia-exercise/index.ts', '../../data/liberia-exercise/a.ts']) {
      expect(importFault({ file: 'src/panels/a.tsx', target })).toContain('may not see data/')
      expect(importFault({ file: 'src/cli/a.ts', target })).toBeNull()
    }
  })

  it('knows every room there is', () => {
    const rooms = readdirSync('src', { withFileTypes: true }).filter((entry) => entry.isDirectory())
    expect(rooms.map(({ name }) => name).sort()).toEqual(FLOORS.flat().sort())
  })
})
