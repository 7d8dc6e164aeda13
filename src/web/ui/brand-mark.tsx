/** The one door: an arch in lacquer red, its leaf half open in gold. */
export function BrandMark() {
  return (
    <svg className="mc-brand__mark" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect width="40" height="40" rx="9" fill="#9b1b1f" />
      <path
        d="M11 32V18a9 9 0 0 1 18 0v14M7.5 32h25"
        fill="none"
        stroke="#fff"
        strokeWidth="3.2"
        strokeLinecap="round"
      />
      <path d="M20 32V17.5l6 2.6V32z" fill="#e9c46a" />
    </svg>
  );
}
