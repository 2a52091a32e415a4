/** Paths of a 16-unit grid, drawn as 1.5-unit strokes so that they sit beside text of any size. */
const PATHS = {
  about: 'M8 7.2v4M8 4.8v.2M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z',
  add: 'M8 3.5v9M3.5 8h9',
  back: 'M9.5 3.5 5 8l4.5 4.5',
  compare: 'M2.5 3h4.5v10H2.5zM9 3h4.5v10H9zM4 6h1.5M4 8.5h1.5M10.5 6H12M10.5 8.5H12',
  close: 'm4 4 8 8M12 4l-8 8',
  dark: 'M13.2 9.6A5.6 5.6 0 0 1 6.4 2.8a5.6 5.6 0 1 0 6.8 6.8Z',
  device:
    'M4.5 4.5h7v7h-7zM6.5 4.5V2M9.5 4.5V2M6.5 14v-2.5M9.5 14v-2.5M4.5 6.5H2M4.5 9.5H2M14 6.5h-2.5M14 9.5h-2.5',
  down: 'm4 6.2 4 4 4-4',
  edit: 'M10.6 3.2 12.8 5.4 5.5 12.7l-2.8.6.6-2.8zM9.2 4.6l2.2 2.2',
  export: 'M8 10V2.5M5 5.2 8 2.4l3 2.8M3 9v4.2h10V9',
  help: 'M5.9 6.2a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.6M8 11.5v.2M14.25 8a6.25 6.25 0 1 1-12.5 0 6.25 6.25 0 0 1 12.5 0Z',
  light:
    'M8 5.2a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6ZM8 1.5v1.4M8 13.1v1.4M1.5 8h1.4M13.1 8h1.4M3.4 3.4l1 1M11.6 11.6l1 1M12.6 3.4l-1 1M4.4 11.6l-1 1',
  more: 'M3.2 8h.1M8 8h.1M12.7 8h.1',
  new: 'M9 2H4v12h8V5zM9 2v3h3M8 7.5v4M6 9.5h4',
  next: 'M6.5 3.5 11 8l-4.5 4.5',
  print: 'M4.5 6V2.2h7V6M4.5 11.5H2.2V6h11.6v5.5h-2.3M4.5 9.5h7v4.3h-7z',
  run: 'M5 3.2v9.6L12.6 8z',
  runs: 'M8 4.5V8l2.4 1.6M2 8a6 6 0 1 0 2-4.5L2 5.2M2 2.2v3h3',
  stop: 'M4.2 4.2h7.6v7.6H4.2z',
  unsaid: 'M3 3h10v10H3zM5.5 8h5',
  warning: 'M8 2.4 14.2 13.2H1.8zM8 6.6v3.2M8 11.4v.2',
  supported: 'm3.2 8.6 3.2 3.2 6.6-7.4',
  contradicted:
    'M5.4 1.8h5.2l3.6 3.6v5.2l-3.6 3.6H5.4l-3.6-3.6V5.4zM5.6 5.6l4.8 4.8M10.4 5.6l-4.8 4.8',
  'not-in-case': 'M6.8 2.2a4.6 4.6 0 1 1 0 9.2 4.6 4.6 0 0 1 0-9.2ZM10.2 10.2l4 4M5 6.8h3.6',
  miscalculated: 'M3 6h10M3 10h10M10.6 2.8l-5.2 10.4',
  check: 'M2.5 4h6M2.5 8h4M2.5 12h4M8.5 10.5l2 2 3.5-4.5',
  swap: 'M2.5 5.5h10M10 3l2.5 2.5L10 8M13.5 10.5h-10M6 8l-2.5 2.5L6 13',
  'cannot-tell': 'M5.9 6.2a2.1 2.1 0 1 1 3.2 1.8c-.7.4-1.1.8-1.1 1.6M8 11.8v.2',
} as const;

export type IconName = keyof typeof PATHS;

/** A drawing that repeats what the words beside it say; hidden from assistive technology. */
export function Icon({ name, size = 16 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      className="shrink-0"
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth={name === 'more' ? 2.4 : 1.5}
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d={PATHS[name]} />
    </svg>
  );
}
