import { equation } from '@/lib/knowledge/calculators/calculator';
import { number, WEIGHT } from '@/lib/knowledge/calculators/inputs';

const HOLLIDAY = 'Holliday MA, Segar WE. Pediatrics 1957;19:823';
const MAINTENANCE = [
  'maintenance fluid',
  'maintenance fluids',
  'maintenance rate',
  'maintenance requirement',
  'maintenance fluid requirement',
  'maintenance fluid by the 4-2-1 rule',
  '4-2-1 rule',
  'holliday-segar',
];

/** A need that is counted for the first ten kilograms, the next ten, and those after. */
function byTens(
  weight: number,
  [first, second, further]: readonly [number, number, number],
): number {
  return (
    first * Math.min(weight, 10) +
    second * Math.min(Math.max(weight - 10, 0), 10) +
    further * Math.max(weight - 20, 0)
  );
}

export const FLUIDS = [
  equation({
    id: 'parkland',
    title: 'Fluid for burns, first 24 hours',
    version: 'Parkland, 4 mL/kg/%',
    source: 'Baxter CR, Shires T. Ann N Y Acad Sci 1968;150:874',
    written: ['parkland formula', 'parkland'],
    inputs: {
      weight: WEIGHT,
      burned: number('Burned body surface', '% TBSA', '%', [1, 100], {
        written: [
          'TBSA',
          'total body surface area',
          'of her body',
          'of his body',
          'of the body',
          'body surface area',
          'BSA',
        ],
      }),
    },
    unit: 'mL',
    expression: '4 × {weight} × {burned}',
    compute: ({ weight, burned }) => 4 * weight * burned,
    monotone: { weight: 'rising', burned: 'rising' },
    vectors: [{ given: { weight: 70, burned: 30 }, result: 8400 }],
    note: 'Half within eight hours of the burn. The American Burn Association now often starts with 2 mL/kg/%.',
  }),
  equation({
    id: 'maintenance-fluid',
    title: 'Maintenance fluid, a day',
    version: 'Holliday-Segar: 100, 50 and 20 mL/kg for the first, second and further 10 kg',
    source: HOLLIDAY,
    written: MAINTENANCE,
    inputs: { weight: WEIGHT },
    unit: 'mL/d',
    expression: '100, 50 and 20 mL/kg for {weight} kg',
    compute: ({ weight }) => byTens(weight, [100, 50, 20]),
    monotone: { weight: 'rising' },
    vectors: [
      { given: { weight: 8 }, result: 800 },
      { given: { weight: 25 }, result: 1600 },
    ],
  }),
  equation({
    id: 'maintenance-fluid-rate',
    title: 'Maintenance fluid, an hour',
    version: '4-2-1: 4, 2 and 1 mL/kg for the first, second and further 10 kg',
    source: HOLLIDAY,
    written: MAINTENANCE,
    inputs: { weight: WEIGHT },
    unit: 'mL/h',
    expression: '4, 2 and 1 mL/kg for {weight} kg',
    compute: ({ weight }) => byTens(weight, [4, 2, 1]),
    monotone: { weight: 'rising' },
    vectors: [
      { given: { weight: 8 }, result: 32 },
      { given: { weight: 25 }, result: 65 },
    ],
  }),
];
