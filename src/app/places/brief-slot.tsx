export function BriefSlot() {
  return <main className="room" />
}
