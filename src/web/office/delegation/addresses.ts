/** Powers lent and work done for others. */
export const delegationsHome = '/can-bo/uy-quyen';
