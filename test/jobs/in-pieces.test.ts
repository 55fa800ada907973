import { expect, it } from 'vitest'
import { createGathering, type Piece, partsOf, sendPieces } from '#jobs/in-pieces.ts'

const shared = Float64Array.from({ length: 1000 }, (_, i) => i / 3)
const input = {
  name: 'study',
  small: new Float64Array([1, Number.NaN]),
  recent: { count: 1000, lon: shared, code: Int32Array.from(shared), labels: ['a', 'b'] },
  again: shared,
  rows: [{ id: 'x', cells: Uint8Array.from({ length: 900 }, (_, i) => i % 256) }],
  part: shared.subarray(100, 400),
}

async function sent(value: unknown, pieceBytes: number) {
  const parts = partsOf(value, pieceBytes)
  const pieces: Piece[] = []
  await sendPieces(
    parts.large,
    (piece) => pieces.push(structuredClone(piece)),
    () => false,
    pieceBytes,
  )
  return { pieces, input: structuredClone(parts.input) }
}

it('is whole again on the other side, whatever the size of the pieces', async () => {
  for (const pieceBytes of [64, 800, 7999, 8000, 1e6]) {
    const crossed = await sent(input, pieceBytes)
    const gathering = createGathering()
    for (const piece of crossed.pieces) {
      expect(piece.bytes.length).toBeLessThanOrEqual(pieceBytes)
      gathering.add(piece)
    }
    const made = gathering.whole(crossed.input) as typeof input
    expect(made).toEqual(input)
    expect(made.again).toBe(made.recent.lon)
    expect(gathering.whole({ next: 1 })).toEqual({ next: 1 })
  }
})

it('lets small data through as it is, and sends an array that stands twice once', async () => {
  expect(partsOf(input, 1e6).input).toBe(input)
  const { large } = partsOf(input, 4000)
  expect(large).toEqual([shared])
})

it('sends nothing more once the run has ended', async () => {
  const { large } = partsOf(input, 64)
  let count = 0
  await sendPieces(
    large,
    () => count++,
    () => count >= 3,
    64,
  )
  expect(count).toBe(3)
})
