// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { Project } from '#core/records/project.ts'
import { PROJECTS } from '#map/layers/projects/index.ts'
import { anOperation } from '#support/build.ts'
import { anEmptyScene, aScene } from './small-scene.ts'

function aProject(parts: Partial<Project> = {}): Project {
  return {
    id: 'project-1',
    name: 'Borehole, Market Town',
    sector: 'water',
    kind: 'qip',
    status: 'active',
    organisation: null,
    positionErrorMetres: null,
    position: [-9.3, 6.6],
    costUsd: 45_000,
    beneficiaryCount: 1200,
    startsAt: '2026-06-01T00:00:00Z',
    endsAt: null,
    ...parts,
  }
}

const SCENE = aScene({
  document: anOperation({
    projects: [
      aProject(),
      aProject({ id: 'project-2', status: 'planned', position: [-9.5, 6.9] }),
      aProject({ id: 'project-3', status: 'suspended', beneficiaryCount: null }),
    ],
  }),
})

describe('projects', () => {
  it('have an icon of their sector, filled by status', () => {
    const [layer] = PROJECTS.draw(SCENE, 1)
    expect(
      Object.keys((layer?.props as { iconMapping?: object } | undefined)?.iconMapping ?? {}),
    ).toEqual(['water active open', 'water planned open', 'water suspended open'])
    const fills = PROJECTS.legend(SCENE, null)?.lines.map(({ swatch }) =>
      swatch.shape === 'sign' ? swatch.fill : null,
    )
    expect(fills).toEqual(['full', 'hollow', 'half', 'full'])
    expect(PROJECTS.draw(anEmptyScene(), 1)).toEqual([])
  })

  it('are counted in view and by status', () => {
    const legend = PROJECTS.legend(SCENE, [-9.4, 6.5, -9.2, 6.7])
    expect(legend?.counts).toEqual({ inView: 2, all: 3 })
    expect(legend?.lines.map(({ count }) => count)).toEqual([1, 1, 1, 3])
    expect(PROJECTS.legend(anEmptyScene(), null)).toBeNull()
  })

  it('say that a cost is not stated, and never that it is nothing', () => {
    const document = anOperation({ projects: [aProject({ costUsd: null })] })
    const scene = aScene({ document })
    const found = PROJECTS.find?.(scene, { type: 'row', table: 'projects', id: 'project-1' })
    const facts = found && PROJECTS.facts(scene, found)
    expect(facts?.rows.find(({ label }) => label === 'Cost')?.value).toBe('not stated')
  })

  it('tell sector, status, cost, for whom and when', () => {
    const found = PROJECTS.find?.(SCENE, { type: 'row', table: 'projects', id: 'project-1' })
    const facts = found && PROJECTS.facts(SCENE, found)
    expect(facts?.title).toBe('Borehole, Market Town')
    expect(facts?.rows).toEqual([
      { label: 'Sector', value: 'water' },
      { label: 'Status', value: 'active' },
      { label: 'Cost', value: '45 k$' },
      { label: 'For', value: '1\u202f200 people' },
      { label: 'Runs', value: '01 JUN 26 – open' },
    ])
    expect(facts?.warning).toBeNull()
  })

  it('warn of a suspended one', () => {
    const facts = PROJECTS.facts(SCENE, { index: 2, deckLayerId: 'projects', position: [0, 0] })
    expect(facts?.warning).toContain('Suspended')
    expect(facts?.rows[3]?.value).toBe('not given')
  })
})
