const MARKS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
  '\n': '&#10;',
  '\t': '&#9;',
}

/** Text as it stands in an element or an attribute; line breaks come back as they were. */
export function xmlText(text: string): string {
  return text.replace(/[&<>"\r\n\t]/g, (mark) => MARKS[mark] ?? mark)
}
