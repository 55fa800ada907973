import type { Base } from '#core/records/base.ts'
import type { Unit } from '#core/records/unit.ts'

/** Base kind, id, name, town it stands at, and its room. */
export const BASE_PLAN: readonly (readonly [
  kind: Base['kind'],
  id: string,
  name: string,
  townId: string,
  capacityUnits: number,
])[] = [
  ['headquarters', 'fhq-monrovia', 'Force HQ Monrovia', 'monrovia', 140],
  ['headquarters', 'shq-gbarnga', 'Sector HQ Gbarnga', 'gbarnga', 130],
  ['cob', 'cob-tubmanburg', 'COB Tubmanburg', 'tubmanburg', 48],
  ['cob', 'cob-buchanan', 'COB Buchanan', 'buchanan', 48],
  ['cob', 'cob-voinjama', 'COB Voinjama', 'voinjama', 48],
  ['cob', 'cob-sanniquellie', 'COB Sanniquellie', 'sanniquellie', 56],
  ['cob', 'cob-zwedru', 'COB Zwedru', 'zwedru', 60],
  ['cob', 'cob-greenville', 'COB Greenville', 'greenville', 40],
  ['cob', 'cob-harper', 'COB Harper', 'harper', 40],
  ['tob', 'tob-foya', 'TOB Foya', 'foya-kamara', 20],
  ['tob', 'tob-zorzor', 'TOB Zorzor', 'zorzor', 20],
  ['tob', 'tob-fish-town', 'TOB Fish Town', 'fish-town', 20],
  ['tob', 'tob-robertsport', 'TOB Robertsport', 'robertsport', 20],
  ['teamSite', 'ts-bopolu', 'Team Site Bopolu', 'bopolu', 10],
  ['teamSite', 'ts-river-cess', 'Team Site River Cess', 'river-cess', 10],
  ['teamSite', 'ts-saclepea', 'Team Site Saclepea', 'saclepea', 10],
  ['teamSite', 'ts-barclayville', 'Team Site Barclayville', 'barclayville', 10],
  ['airfield', 'air-harbel', 'Airfield Harbel', 'harbel', 30],
]

/** What a unit may hand over to the planner: counts by type id. */
type Parts = Readonly<Record<string, number>>

export type UnitPlan = {
  readonly id: string
  readonly name: string
  readonly kind: Unit['kind']
  readonly echelon: Unit['echelon']
  readonly role: Unit['role']
  readonly baseId: string
  readonly parentId: string | null
  readonly strengthCount: number | null
  readonly parts: Parts
}

const COMPANY: Parts = { platoon: 3, 'patrol-vehicle': 6, 'liaison-team': 1 }
const SMALL_COMPANY: Parts = { platoon: 2, 'patrol-vehicle': 4, 'liaison-team': 1 }
const BATTALION_SUPPORT: Parts = { 'medical-team': 1, 'liaison-team': 1, 'patrol-vehicle': 2 }

/** Battalion, base of its headquarters, and bases of its companies A to D; * marks a small one. */
const BATTALIONS = [
  [
    '1',
    'Lantern Battalion 1',
    'cob-tubmanburg',
    'cob-tubmanburg tob-robertsport* fhq-monrovia fhq-monrovia',
  ],
  ['2', 'Lantern Battalion 2', 'cob-voinjama', 'cob-voinjama tob-foya* tob-zorzor* shq-gbarnga'],
  [
    '3',
    'Lantern Battalion 3',
    'cob-sanniquellie',
    'cob-sanniquellie cob-zwedru cob-zwedru cob-sanniquellie',
  ],
  [
    '4',
    'Lantern Battalion 4',
    'cob-buchanan',
    'cob-buchanan cob-greenville cob-harper tob-fish-town*',
  ],
] as const

const SUPPORT: readonly (readonly [
  id: string,
  name: string,
  kind: Unit['kind'],
  role: Unit['role'],
  baseId: string,
  strengthCount: number | null,
  parts: Parts,
])[] = [
  ['fhq', 'Force Headquarters', 'headquarters', 'support', 'fhq-monrovia', 120, {}],
  ['shq-east', 'Sector East Headquarters', 'headquarters', 'support', 'shq-gbarnga', 80, {}],
  [
    'reserve',
    'Force Reserve Company',
    'reserve',
    'reserve',
    'fhq-monrovia',
    140,
    { platoon: 3, 'patrol-vehicle': 8 },
  ],
  [
    'qrf',
    'Quick Reaction Company',
    'infantry',
    'qrf',
    'shq-gbarnga',
    145,
    { platoon: 3, 'patrol-vehicle': 8 },
  ],
  ['fpu-1', 'Formed Police Unit 1', 'fpu', 'line', 'fhq-monrovia', 140, { 'police-section': 4 }],
  ['fpu-2', 'Formed Police Unit 2', 'fpu', 'line', 'shq-gbarnga', 140, { 'police-section': 4 }],
  [
    'engineer',
    'Engineer Company',
    'engineer',
    'support',
    'shq-gbarnga',
    180,
    { 'engineer-team': 4, 'bridging-set': 4 },
  ],
  ['hospital', 'Level 2 Hospital', 'medical', 'support', 'fhq-monrovia', 65, { 'medical-team': 3 }],
  [
    'liaison',
    'Civil Affairs Section',
    'other',
    'support',
    'fhq-monrovia',
    24,
    { 'liaison-team': 6 },
  ],
  [
    'transport',
    'Transport Company',
    'transport',
    'support',
    'shq-gbarnga',
    118,
    { 'patrol-vehicle': 10 },
  ],
  ['signals', 'Signals Company', 'signals', 'support', 'fhq-monrovia', 70, {}],
  ['aviation', 'Utility Helicopter Unit', 'aviation', 'support', 'air-harbel', 140, {}],
  ['unmo-1', 'Observer Team 1', 'observers', 'line', 'ts-bopolu', 12, { 'liaison-team': 1 }],
  ['unmo-2', 'Observer Team 2', 'observers', 'line', 'ts-river-cess', 10, { 'liaison-team': 1 }],
  ['unmo-3', 'Observer Team 3', 'observers', 'line', 'ts-saclepea', null, { 'liaison-team': 1 }],
  ['unmo-4', 'Observer Team 4', 'observers', 'line', 'ts-barclayville', 14, { 'liaison-team': 1 }],
]

const FORCE_HEADQUARTERS = 'fhq'

/** A force of brigade size under its headquarters: four battalions, police, engineers, medical, aviation, observers. */
export const UNIT_PLAN: readonly UnitPlan[] = [
  ...BATTALIONS.flatMap(([number, name, headquartersBase, bases]) => [
    {
      id: `bn-${number}-hq`,
      name: `${name}, Headquarters and Support`,
      kind: 'infantry' as const,
      echelon: 'battalion' as const,
      role: 'support' as const,
      baseId: headquartersBase,
      parentId: FORCE_HEADQUARTERS,
      strengthCount: 280,
      parts: BATTALION_SUPPORT,
    },
    ...bases.split(' ').map((base, i) => companyPlan({ number, name }, base, i)),
  ]),
  ...SUPPORT.map(([id, name, kind, role, baseId, strengthCount, parts]) => ({
    id,
    name,
    kind,
    echelon: (kind === 'observers' ? 'team' : 'company') as Unit['echelon'],
    role,
    baseId,
    parentId: id === FORCE_HEADQUARTERS ? null : FORCE_HEADQUARTERS,
    strengthCount,
    parts,
  })),
]

function companyPlan(
  battalion: { readonly number: string; readonly name: string },
  base: string,
  index: number,
): UnitPlan {
  const letter = 'ABCD'[index] ?? 'D'
  const isSmall = base.endsWith('*')
  return {
    id: `bn-${battalion.number}-${letter.toLowerCase()}`,
    name: `${letter} Company, ${battalion.name}`,
    kind: 'infantry',
    echelon: 'company',
    role: 'line',
    baseId: base.replace('*', ''),
    parentId: `bn-${battalion.number}-hq`,
    strengthCount: isSmall ? 96 : 140,
    parts: isSmall ? SMALL_COMPANY : COMPANY,
  }
}
