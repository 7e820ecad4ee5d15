const paths = {
  week: 'M2.5 4.5h11v9h-11zM2.5 7.5h11M5.5 2.5v3M10.5 2.5v3',
  horizon: 'M2 11.5h12M3.5 9V6.5M6.5 9V4M9.5 9V5.5M12.5 9V3M2 13.5h12',
  clients: 'M8 8a2.75 2.75 0 1 0 0-5.5A2.75 2.75 0 0 0 8 8ZM2.75 13.5c.5-2.6 2.6-4 5.25-4s4.75 1.4 5.25 4',
  time: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 4.75V8l2.25 1.5',
  lock: 'M4.5 7.5h7v5.5h-7zM5.75 7.5V5.25a2.25 2.25 0 0 1 4.5 0V7.5',
  pipeline: 'M2.5 3h11l-4 5v4.5l-3 1.25V8z',
  invoices: 'M4 2.5h8v11l-2-1.25-2 1.25-2-1.25-2 1.25zM6 5.75h4M6 8.25h4',
  insights: 'M2.5 2.5v11h11M5 10.5l2.5-3.25 2 1.75 3.5-4.5',
  settings: 'M2.5 5h6M11.5 5h2M2.5 11h2M7.5 11h6M10 3.5v3M6 9.5v3',
  search: 'M7 11.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9ZM10.3 10.3l3.2 3.2',
  previous: 'M9.75 3.5 5.25 8l4.5 4.5',
  next: 'M6.25 3.5 10.75 8l-4.5 4.5',
  down: 'M4 6.25 8 10.25l4-4',
  up: 'M4 9.75 8 5.75l4 4',
  close: 'M4 4l8 8M12 4l-8 8',
  check: 'M3.5 8.5 6.5 11.5l6-7',
  plus: 'M8 3.25v9.5M3.25 8h9.5',
  minus: 'M3.25 8h9.5',
  more: 'M3.5 8h.01M8 8h.01M12.5 8h.01',
  undo: 'M6 3.5 3 6.5l3 3M3.25 6.5H9.5a3.25 3.25 0 0 1 0 6.5H7',
  redo: 'm10 3.5 3 3-3 3M12.75 6.5H6.5a3.25 3.25 0 0 0 0 6.5H9',
  copy: 'M5.5 5.5h8v8h-8zM10.5 5.5v-3h-8v8h3',
  trash: 'M3 4.5h10M6.5 4.5v-2h3v2M4.25 4.5l.6 9h6.3l.6-9',
  repeat:
    'M3.5 7V6a1.75 1.75 0 0 1 1.75-1.75h7M10.5 2.25l2 2-2 2M12.5 9v1a1.75 1.75 0 0 1-1.75 1.75h-7M5.5 13.75l-2-2 2-2',
  flag: 'M4 13.5v-11M4 3h7.5l-1.5 2.75 1.5 2.75H4',
  file: 'M4 2.5h5l3 3v8H4zM9 2.5v3h3',
  calendar: 'M2.5 4.5h11v9h-11zM2.5 7.5h11M5.5 2.5v3M10.5 2.5v3M8 9v3M6.5 10.5h3',
  warning: 'M8 2.75 14 13H2zM8 6.75V9.5M8 11.25v.01',
  info: 'M8 13.5a5.5 5.5 0 1 0 0-11 5.5 5.5 0 0 0 0 11ZM8 7.5v3.25M8 5.25v.01',
  timer: 'M8 14a5.25 5.25 0 1 0 0-10.5A5.25 5.25 0 0 0 8 14ZM8 6.25V8.75l1.75 1M6.5 1.75h3',
  stop: 'M4.5 4.5h7v7h-7z',
  switch: 'M3 5.75h9M9.75 3.5 12 5.75 9.75 8M13 10.25H4M6.25 8 4 10.25l2.25 2.25',
  external: 'M9.5 3h3.5v3.5M13 3 7.5 8.5M11.5 9.5v3.5h-8v-8H7',
} as const

export type IconName = keyof typeof paths

/** A line icon in the text's colour. It says nothing to assistive technology: its control has the name. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={paths[name]} />
    </svg>
  )
}
