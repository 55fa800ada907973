import type { Community } from '#core/records/community.ts'
import type { Project } from '#core/records/project.ts'
import type { Chance } from '../chance.ts'
import { daysBefore } from '../clock.ts'
import { roundedPlace } from '../land/exercise-ground.ts'

const PROJECT_COUNT = 120

const WORKS = {
  education: ['Classroom block', 'School roof', 'Teachers’ house', 'Adult literacy course'],
  health: ['Health post', 'Maternity room', 'Vaccine cold store', 'Ambulance track'],
  jobs: ['Skills workshop', 'Market stalls', 'Rice mill', 'Seed bank'],
  water: ['Borehole', 'Spring protection', 'Hand pump repair', 'Rain tank'],
  roads: ['Culvert', 'Log bridge', 'Road clearing', 'Ferry landing'],
} as const
const SECTORS = Object.keys(WORKS) as (keyof typeof WORKS)[]
const KIND_WEIGHTS = [70, 20, 30]
const KINDS = ['qip', 'cvr', 'partner'] as const

/** Community projects, more of them in larger places. A QIP costs 50,000 at most and lasts half a year. */
export function exerciseProjects(communities: readonly Community[], chance: Chance): Project[] {
  const weights = communities.map(({ populationCount }) =>
    Math.min(120, Math.sqrt(populationCount ?? 0)),
  )
  return Array.from({ length: PROJECT_COUNT }, (_, i) => {
    const community = communities[chance.weighted(weights)]!
    const kind = KINDS[chance.weighted(KIND_WEIGHTS)]!
    const sector = chance.pick(SECTORS)
    const days = kind === 'qip' ? 60 + chance.below(120) : 150 + chance.below(500)
    const startDaysAgo = chance.below(1100) - 90
    const [lon, lat] = community.position
    return {
      id: `project-${String(i + 1).padStart(3, '0')}`,
      name: `${chance.pick(WORKS[sector])}, ${community.name}`,
      sector,
      kind,
      status: statusOf(startDaysAgo, days, chance),
      organisation: null,
      positionErrorMetres: null,
      position: roundedPlace(
        lon + chance.between(-0.006, 0.006),
        lat + chance.between(-0.006, 0.006),
      ),
      costUsd: costOf(kind, chance),
      beneficiaryCount: chance.next() < 0.12 ? null : 50 * (2 + chance.below(90)),
      startsAt: daysBefore(startDaysAgo),
      endsAt: daysBefore(startDaysAgo - days),
    }
  })
}

function statusOf(startDaysAgo: number, days: number, chance: Chance): Project['status'] {
  if (startDaysAgo < 0) return 'planned'
  if (chance.next() < 0.08) return 'suspended'
  return startDaysAgo > days ? 'completed' : 'active'
}

function costOf(kind: Project['kind'], chance: Chance): number {
  const thousands = { qip: [9, 50], cvr: [40, 180], partner: [60, 420] }[kind] as [number, number]
  return 500 * Math.floor(2 * chance.between(...thousands))
}
