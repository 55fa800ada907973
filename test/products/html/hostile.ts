/** What somebody might put into a field of an operation to be somebody else's script or marking. */
export const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onload='alert(1)",
  '` onfocus=`x',
  '&lt;b&gt; &amp; &#x3C;svg&#62;',
  '</style><style>@page{margin:0}body{display:none}</style>',
  '</title></textarea></svg><!-- --!> ]]> <![CDATA[',
  'javascript:alert(1) url(https://example.org/x) expression(1)',
  'UNCLASSIFIED\u0000\u0008\u001b[2J\u007f',
  '\u202eDEIFISSALCNU\u202c \u2066x\u2069',
  'line\u2028end\u2029of',
  'half \ud83d letter \udc00 \ufffe\uffff',
  '{{7*7}} %3Cscript%3E',
] as const
