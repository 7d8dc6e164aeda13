/** Outline icons drawn on a 24-unit grid; decoration only, so a word always stands beside them. */
const shapes = {
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13Zm4.8 11.3L20 20',
  menu: 'M4 7h16M4 12h16M4 17h16',
  user: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8Zm-8 8c1-4 4.2-5.5 8-5.5s7 1.5 8 5.5',
  globe:
    'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM3.5 12h17M12 3c3 3 3.5 6 3.5 9s-.5 6-3.5 9c-3-3-3.5-6-3.5-9s.5-6 3.5-9',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clock: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 4.5V12l3.2 2',
  alert: 'M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 2.5v.2',
  stop: 'M8.3 3.5h7.4l4.8 4.8v7.4l-4.8 4.8H8.3l-4.8-4.8V8.3l4.8-4.8ZM9 9l6 6m0-6-6 6',
  info: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18Zm0 7.5V16m0-8.5v.2',
  paper: 'M6 3h8l4 4v14H6V3Zm8 0v4h4M9 12h6m-6 4h6',
  send: 'M4 11.5 20 4l-6.5 16-2.5-6.5L4 11.5Zm7 2L20 4',
  inbox: 'M4 5h16v14H4V5Zm0 9h4.5l1.5 2.5h4l1.5-2.5H20',
  baby: 'M12 10a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7Zm-5 11v-4a5 5 0 0 1 10 0v4M9.5 17.5h5',
  rings:
    'M9 9a5.5 5.5 0 1 0 0 11A5.5 5.5 0 0 0 9 9Zm6 0a5.5 5.5 0 1 1-3 10.1M12 9.9A5.5 5.5 0 0 1 15 9M7.5 4h3L9 6.5 7.5 4Z',
  stamp: 'M8 13h8l3 4H5l3-4Zm2 0V9.5a3 3 0 1 1 4 0V13M5 20h14',
  house: 'M4 11.5 12 4l8 7.5M6.5 10v10h11V10M10 20v-5.5h4V20',
  land: 'M3 18 9 7l4 6.5 2.5-3.5L21 18H3Zm14-11.5a1.8 1.8 0 1 0 0-3.6 1.8 1.8 0 0 0 0 3.6',
  shop: 'M4 9.5 5.5 4h13L20 9.5M4 9.5a2.7 2.7 0 0 0 5.3 0 2.7 2.7 0 0 0 5.4 0 2.7 2.7 0 0 0 5.3 0M5.5 12v8h13v-8M10 20v-4.5h4V20',
  heart: 'M12 20s-8-4.7-8-10.5A4.4 4.4 0 0 1 12 7a4.4 4.4 0 0 1 8 2.5C20 15.3 12 20 12 20Z',
  flower:
    'M12 13.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Zm0-5c-3-3-1.5-5.5 0-5.5s3 2.5 0 5.5Zm0 5V21m0-1.5c-3 0-5-1.5-5-4m5 4c3 0 5-1.5 5-4M9.5 11C6 12.5 4.5 10 5 8.7S8 6.5 9.7 9.8m4.8 1.2c3.5 1.5 5-1 4.5-2.3s-3-2.2-4.7 1.1',
  arrow: 'M4.5 12h15m-6-6 6 6-6 6',
  back: 'M19.5 12h-15m6-6-6 6 6 6',
  phone:
    'M6 3.5 9.5 4l1 4-2 1.5c1 2.5 3 4.5 5.5 5.5l1.5-2 4 1 .5 3.5c0 1.5-1 2.5-2.5 2.5C10.5 20 4 13.5 4 6c0-1.5.7-2.5 2-2.5Z',
  pin: 'M12 21s-6.5-6-6.5-11a6.5 6.5 0 0 1 13 0c0 5-6.5 11-6.5 11Zm0-8.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5Z',
  copy: 'M9 9h11v11H9V9Zm-4 6H4V4h11v1',
  pause: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18ZM10 9v6m4-6v6',
  plus: 'M12 5v14M5 12h14',
  keyboard: 'M3 7h18v10H3V7Zm4 3.5v.1m3.3-.1v.1m3.4-.1v.1m3.3-.1v.1M8 14h8',
} as const;

export type IconName = keyof typeof shapes;

export function Icon({ name }: { readonly name: IconName }) {
  return (
    <svg className="mc-icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path
        d={shapes[name]}
        fill="none"
        stroke="currentColor"
        strokeWidth="1.8"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}
