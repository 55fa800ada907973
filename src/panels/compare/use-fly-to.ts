import type { FigurePart } from '#analysis/compare/measures/measure.ts'
import { flightTo } from '#state/flight-to.ts'
import { useResults, useRoom } from '#ui/room.tsx'

/** Shows a record or a county on the map: a position as near as its neighbours, a county as a whole. */
export function useFlyTo(): (place: Partial<Pick<FigurePart, 'areaIndex' | 'position'>>) => void {
  const ground = useResults((state) => state.ground.value)
  const { screen } = useRoom()
  return ({ position, areaIndex }) => {
    if (position) {
      screen.setState({ flight: { centre: position, zoom: null } })
      return
    }
    if (!ground || areaIndex === null || areaIndex === undefined || areaIndex < 0) return
    let [west, south, east, north] = [180, 90, -180, -90]
    ground.grid.areaIndex.forEach((index, cell) => {
      if (index !== areaIndex) return
      const [lon, lat] = [ground.grid.lonDegrees[cell]!, ground.grid.latDegrees[cell]!]
      west = Math.min(west, lon)
      east = Math.max(east, lon)
      south = Math.min(south, lat)
      north = Math.max(north, lat)
    })
    if (west <= east) screen.setState({ flight: flightTo([west, south, east, north], 9) })
  }
}
