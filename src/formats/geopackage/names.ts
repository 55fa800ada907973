/** Says that metadata is what this program tells of a table, in JSON. */
export const METADATA_STANDARD = 'urn:commonground:export'

/** A name of a table or column as SQL takes it, whatever stands in it. */
export function quotedName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
