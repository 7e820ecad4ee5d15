import encodeQR from 'qr'
import { useMemo } from 'react'

/** A text as QR code at error correction M, drawn as one path. The space around it is the page's to keep. */
export function QrCode({ text, label, className }: QrCodeProps) {
  const { path, size } = useMemo(() => qrPath(text), [text])
  return (
    <svg className={className} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label}>
      <path d={path} fill="#000" />
    </svg>
  )
}

interface QrCodeProps {
  readonly text: string
  readonly label: string
  readonly className: string | undefined
}

/** Modules of space that the library draws around a code, at least one. */
const BORDER = 1

/** The dark modules of a code, each run of a row as one rectangle, and how many modules it is wide. */
export function qrPath(text: string): { readonly path: string; readonly size: number } {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: BORDER })
    .slice(BORDER, -BORDER)
    .map((row) => row.slice(BORDER, -BORDER))
  return { path: modulesPath(rows), size: rows.length }
}

/** The path of a grid's dark modules. */
export function modulesPath(rows: readonly (readonly boolean[])[]): string {
  return rows
    .flatMap((row, y) =>
      [
        ...row
          .map((dark) => (dark ? '#' : ' '))
          .join('')
          .matchAll(/#+/g),
      ].map(({ index, 0: { length } }) => `M${index} ${y}h${length}v1h-${length}z`),
    )
    .join('')
}
