/** Pages of the unit tree and of its reorganisations. */
export const unitsHome = '/can-bo/don-vi';
export const reorganisationsHome = '/can-bo/don-vi/sap-xep';
export const unitAddress = (unitId: string) => `${unitsHome}/${unitId}`;
export const reorganisationAddress = (id: string) => `${reorganisationsHome}/${id}`;
/** Where a leader gives out what a split left undecided. */
export const splitsHome = '/can-bo/chia-tach';
