/** `landDispute`: Land dispute; incidents and patrols are of types that a file may name freely. */
export function typeName(type: string): string {
  const words = type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
