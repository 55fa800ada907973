import { z } from 'zod'
import { Instant } from '#core/place.ts'
import type { Registers } from '../stage/show-state.ts'

const Name = z.string().min(1).max(100)
const Stamp = z.object({ count: z.int().min(0).max(1e9), by: z.string().max(100) }).readonly()

function register<T extends z.ZodType>(value: T) {
  return z.object({ value, stamp: Stamp }).readonly()
}

const WallRegisters = z
  .object({
    slide: register(
      z.object({ slideId: z.string().max(200), index: z.int().min(0).max(100_000) }).readonly(),
    ),
    deckId: register(z.string().max(200)),
    isPaused: register(z.boolean()),
    isBlack: register(z.boolean()),
    frozenAt: register(Instant.nullable()),
    startedAt: register(Instant.nullable()),
  })
  .readonly()

const Share = z.number().min(0).max(1)
const From = { from: Name, role: z.enum(['audience', 'presenter']) }

/** What windows of one briefing say to each other. */
const WallMessage = z.discriminatedUnion('type', [
  /** I have come: tell me what is on. */
  z.object({ type: z.literal('hello'), ...From }).readonly(),
  /** I am here, and this is on. */
  z.object({ type: z.literal('here'), ...From, registers: WallRegisters }).readonly(),
  z.object({ type: z.literal('bye'), ...From }).readonly(),
  /** Where the presenter points: shares of the slide from the left and from the top. */
  z
    .object({
      type: z.literal('pointer'),
      ...From,
      number: z.int().min(0),
      at: z.object({ x: Share, y: Share }).readonly().nullable(),
    })
    .readonly(),
])
export type WallMessage = z.infer<typeof WallMessage>
export type WallRole = WallMessage['role']
export type PointerAt = { readonly x: number; readonly y: number }

/** Anything may write to a channel: what is no message is null. */
export function readMessage(data: unknown): WallMessage | null {
  const read = WallMessage.safeParse(data)
  return read.success ? read.data : null
}

// A part of the state that messages do not carry would not reach the other window.
const _carried: (registers: z.infer<typeof WallRegisters>) => Registers = (registers) => registers
void _carried
