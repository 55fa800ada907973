export function MapSlot() {
  return <div className="map-slot" />
}
export function CompareMapSlot() {
  return <div className="map-slot" />
}
export function ScaleSlot() {
  return null
}
