/** Neighbours of hexagons given by axial coordinates, as a grid has them. */
export function neighboursOf(cells: readonly (readonly [number, number])[]) {
  const offsets = [0]
  const neighbours: number[] = []
  for (const [q, r] of cells) {
    cells.forEach(([otherQ, otherR], other) => {
      const [dq, dr] = [otherQ - q, otherR - r]
      if (Math.abs(dq) + Math.abs(dr) + Math.abs(dq + dr) === 2) neighbours.push(other)
    })
    offsets.push(neighbours.length)
  }
  return {
    neighbourOffsets: Uint32Array.from(offsets),
    neighbours: Uint32Array.from(neighbours),
  }
}

/** Axial coordinates of a hexagon of cells, so many rings about the middle. */
export function hexagon(radius: number): (readonly [number, number])[] {
  const cells: (readonly [number, number])[] = []
  for (let q = -radius; q <= radius; q++) {
    for (let r = Math.max(-radius, -q - radius); r <= Math.min(radius, radius - q); r++) {
      cells.push([q, r])
    }
  }
  return cells
}
