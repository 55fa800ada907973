import type { MappingTemplate } from '#formats/import/template.ts'
import { preferencesText } from './preferences-text.ts'

/** What one device remembers; nothing of an operation. */
export type Preferences = {
  readonly theme: 'light' | 'dark' | null
  /** By layer type id. */
  readonly layers: Readonly<
    Record<string, { readonly isVisible: boolean; readonly opacityShare: number }>
  >
  /** Layer type ids, top first. */
  readonly layerOrder: readonly string[]
  readonly lastOperationId: string | null
  /** Who stands in the log of changes; empty: nobody said. */
  readonly author: string
  /** The appointment that decisions were last recorded for here: "FC"; empty: none yet. */
  readonly appointment: string
  /** The screen on the wall and the seat farthest from it; null: as usual. */
  readonly wall: { readonly diagonalInches: number; readonly farthestSeatMetres: number } | null
  /** How the wall looks on this device; null: as usual. */
  readonly wallLook: {
    readonly theme: 'dark' | 'light'
    /** How many pixels its maps are drawn with. */
    readonly sharpness: 'full' | 'balanced' | 'performance'
  } | null
  /** Which slide is on the wall of this device: a machine that crashed comes back to it; null: nobody left one there. */
  readonly wallPlace: {
    readonly operationId: string
    readonly deckId: string
    readonly slideId: string
  } | null
  /** How tables of known senders are read, the one kept last at the end. */
  readonly importTemplates: readonly MappingTemplate[]
  /** Where there is a passphrase: it is asked for again after so long without a touch; null: never. */
  readonly lockAfterMinutes: number | null
}

const NONE: Preferences = {
  theme: null,
  layers: {},
  layerOrder: [],
  lastOperationId: null,
  author: '',
  appointment: '',
  wall: null,
  wallLook: null,
  wallPlace: null,
  importTemplates: [],
  lockAfterMinutes: 30,
}

/** What was kept, part by part: what cannot be read is as if it had never been set. Never throws. */
export function readPreferences(): Preferences {
  const kept = parsed(preferencesText().read())
  const { theme, layers, layerOrder, lastOperationId, author, wall, importTemplates } = kept
  const { lockAfterMinutes, appointment, wallLook, wallPlace } = kept
  return {
    theme: theme === 'light' || theme === 'dark' ? theme : null,
    layers: Object.fromEntries(Object.entries(asRecord(layers)).filter(([, view]) => isView(view))),
    layerOrder: Array.isArray(layerOrder) ? layerOrder.filter((id) => typeof id === 'string') : [],
    lastOperationId: typeof lastOperationId === 'string' ? lastOperationId : null,
    author: typeof author === 'string' ? author : '',
    appointment: typeof appointment === 'string' ? appointment : '',
    wall: isWall(wall) ? wall : null,
    wallLook: isWallLook(wallLook) ? wallLook : null,
    wallPlace: isWallPlace(wallPlace) ? wallPlace : null,
    importTemplates: Array.isArray(importTemplates) ? importTemplates.filter(isTemplate) : [],
    lockAfterMinutes:
      lockAfterMinutes === null || isPositive(lockAfterMinutes)
        ? lockAfterMinutes
        : NONE.lockAfterMinutes,
  } as Preferences
}

/** Keeps some parts and leaves the others. Where the browser keeps nothing, nothing happens. */
export function writePreferences(parts: Partial<Preferences>): void {
  preferencesText().write(JSON.stringify({ ...NONE, ...readPreferences(), ...parts }))
}

function parsed(text: string | null): Record<string, unknown> {
  try {
    return asRecord(JSON.parse(text ?? '{}'))
  } catch {
    return {}
  }
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {}
}

function isView(value: unknown): boolean {
  const { isVisible, opacityShare } = asRecord(value)
  const isShare = typeof opacityShare === 'number' && opacityShare >= 0 && opacityShare <= 1
  return typeof isVisible === 'boolean' && isShare
}

function isWall(wall: unknown): boolean {
  const { diagonalInches, farthestSeatMetres } = asRecord(wall)
  return [diagonalInches, farthestSeatMetres].every(isPositive)
}

function isWallLook(look: unknown): boolean {
  const { theme, sharpness } = asRecord(look)
  return (
    ['dark', 'light'].includes(theme as string) &&
    ['full', 'balanced', 'performance'].includes(sharpness as string)
  )
}

function isWallPlace(place: unknown): boolean {
  const { operationId, deckId, slideId } = asRecord(place)
  return [operationId, deckId, slideId].every((id) => typeof id === 'string')
}

function isPositive(value: unknown): boolean {
  return typeof value === 'number' && Number.isFinite(value) && value > 0
}

function isTemplate(template: unknown): boolean {
  const { name, kind, mapping, headings, isSwapped, answers } = asRecord(template)
  const isText = (value: unknown) => typeof value === 'string'
  return (
    isText(name) &&
    isText(kind) &&
    typeof isSwapped === 'boolean' &&
    Array.isArray(headings) &&
    headings.every(isText) &&
    [mapping, answers].every(arePairs)
  )
}

function arePairs(value: unknown): boolean {
  const isText = (text: unknown) => typeof text === 'string'
  const isPair = (pair: unknown) => Array.isArray(pair) && pair.length === 2 && pair.every(isText)
  return Array.isArray(value) && value.every(isPair)
}
